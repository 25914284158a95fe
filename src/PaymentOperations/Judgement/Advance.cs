using System.Text.Json;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Judgement;

/// <summary>What a decision makes of an operation's row and of its invoice. Pure arithmetic: the writer commits it, and the exploration of the judge does the same to its model of the ledger.</summary>
internal static class Advance
{
    /// <summary>The row after a transition. Tokens of claims and writes are the writer's.</summary>
    public static OperationRow Next(OperationRow row, Transition transition, DateTimeOffset now, OperationTimes times)
    {
        var changed = transition.Edit(row);
        var moves = transition.To != row.Status;
        var isFinal = transition.To is OperationStatus.Succeeded or OperationStatus.Failed;
        var reviewReason = transition.ReviewReason ?? (moves || transition.ClearsReview ? null : row.ReviewReason);
        var next = changed with
        {
            Status = transition.To,
            StatusSince = moves ? now : row.StatusSince,
            ReviewReason = reviewReason,
            ReviewSince = reviewReason is null ? null : row.ReviewSince ?? now,
            Gateway = transition.Gateway ?? row.Gateway,
            Evidence = Json(transition.Evidence) ?? row.Evidence,
            Reference = transition.Reference ?? row.Reference,
            InLine = row.InLine && !transition.LeavesLine,
            Bank = isFinal ? null : row.Bank,
            ReservedBeyond =
                transition.To == OperationStatus.Failed && !row.IsFinal
                    ? Math.Max(0, changed.ReservedBeyond)
                    : changed.ReservedBeyond,
            Polls = transition.KeepsPolls ? row.Polls + 1 : 0,
            DoubtSince = DoubtSince(transition.To, changed, now),
            AbsentSince = moves ? null : changed.AbsentSince,
            NextEvent = row.NextEvent + 1,
            UpdatedAt = now,
            ClaimToken = transition.KeepsClaim ? row.ClaimToken : null,
            ClaimUntil = transition.KeepsClaim ? now + times.Claim : null,
        };
        return next with { NextActionAt = transition.DueAtOnce ? now : Schedule.NextLook(next, times, now) };
    }

    /// <summary>The row after a look that decided nothing.</summary>
    public static OperationRow Stay(
        OperationRow row,
        Func<OperationRow, OperationRow> edit,
        DateTimeOffset now,
        OperationTimes times
    )
    {
        var changed = edit(row) with { Polls = row.Polls + 1 };
        return changed with { NextActionAt = Schedule.NextLook(changed, times, now) };
    }

    /// <summary>What the transition changes besides the row.</summary>
    public static LedgerChange ChangeOf(OperationRow row, Transition transition) =>
        new()
        {
            DeletesPlaceInLine = transition.LeavesLine,
            InsertsReference = transition.Reference,
            ChangesInvoice = InvoiceChange(row, transition),
        };

    private static Func<InvoiceRow, InvoiceRow>? InvoiceChange(OperationRow row, Transition transition)
    {
        var change = transition.AdjustsReserved;
        if (row.Kind == OperationKind.Refund && transition.To == OperationStatus.Failed && !row.IsFinal)
            // What was taken off before (2C2P listed less) is not released a second time.
            change -= row.Amount!.Value.MinorUnits + Math.Min(0, row.ReservedBeyond);
        // Failed, and possibly done: what would be released is reserved at once again.
        if (transition.ReservesAgain)
            change += row.Amount!.Value.MinorUnits;
        return (change, transition.FillsInvoice) switch
        {
            (0, { } facts) => invoice =>
                invoice with
                {
                    Captured = invoice.Captured ?? facts.Amount,
                    GatewayStatus = invoice.GatewayStatus ?? facts.Status,
                },
            (0, null) => null,
            _ => invoice => invoice with { Reserved = new Money(invoice.Reserved.MinorUnits + change) },
        };
    }

    // A doubt ends only with a decision: going back and forth between accepted and unknown does not begin a person's patience anew.
    private static DateTimeOffset? DoubtSince(OperationStatus to, OperationRow changed, DateTimeOffset now) =>
        to switch
        {
            OperationStatus.Unknown => changed.DoubtSince ?? now,
            OperationStatus.Accepted or OperationStatus.Submitting => changed.DoubtSince,
            _ => null,
        };

    public static string? Json(DecisiveAnswer? evidence) =>
        evidence is null ? null : JsonSerializer.Serialize(evidence, OperationRowJson.Default.DecisiveAnswer);
}
