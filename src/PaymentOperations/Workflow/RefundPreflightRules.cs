using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>What 2C2P's list of refunds says before a refund is sent (R3): send (T3), fail (T3a), ask (T3b), recognize our own (T4), or wait.</summary>
internal static class RefundPreflightRules
{
    public static Preflight Judge(RefundList list)
    {
        var row = list.Row;
        if (list.LeavesAttemptOpen)
            return new Preflight.Change(
                AskInstead(
                    "2C2P lists a failed refund with our mark, but another attempt may still be done",
                    list.List,
                    list.Evidence
                )
            );

        if (list.Echoes is [var ours, ..])
            return new Preflight.Change(Recognize(list, ours));

        if (!list.IsCaughtUp)
            return new Preflight.Hold("2C2P's list misses a refund that succeeded; it lags");

        if (row.MaybeSent.Any() && list.Candidates is [var candidate, ..])
            return new Preflight.Change(
                AskInstead(
                    $"2C2P lists a refund ({candidate.ReferenceNo}) that an earlier attempt may have made",
                    list.List,
                    list.Evidence
                )
            );

        if (Impossible(row, list.List.Status, list.Left is { } left && row.Amount > left ? left.ToWire() : null) is { } reason)
            return Cannot(row, reason, list.List, list.Evidence);

        return new Preflight.Ready(
            row.Baseline ?? list.References,
            list.List.ReferenceNo,
            new PaymentFacts(list.List.Amount, list.List.Status)
        );
    }

    /// <summary>2C2P verifiably offers no list: the payment itself decides, and there will be no baseline.</summary>
    public static Preflight JudgeWithoutList(OperationRow row, PaymentProcessResponse payment, AnswerEvidence evidence)
    {
        if (Impossible(row, payment.Status, row.Amount > payment.Amount ? payment.Amount?.ToWire() : null) is { } reason)
            return Cannot(row, reason, payment, evidence);

        return new Preflight.Ready(row.Baseline, payment.ReferenceNo, new PaymentFacts(payment.Amount, payment.Status));
    }

    /// <summary>Verified: it cannot be done. Final only when no attempt can have done it already (T3a), else it is asked about (T3b).</summary>
    public static Preflight Cannot(OperationRow row, string reason, PaymentProcessResponse response, AnswerEvidence evidence)
    {
        if (row.MaybeSent.Any())
            return new Preflight.Change(AskInstead($"{reason}, and an earlier attempt may have been sent", response, evidence));

        return new Preflight.Change(
            Ending.Failed(row, "T3a", reason, GatewayResults.Of(response), DecisiveAnswer.Of(response, evidence))
        );
    }

    public static Transition AskInstead(string note, PaymentProcessResponse response, AnswerEvidence evidence) =>
        new()
        {
            Rule = "T3b",
            To = OperationStatus.Unknown,
            Note = note,
            Evidence = DecisiveAnswer.Of(response, evidence),
        };

    private static Transition Recognize(RefundList list, RefundEntry ours)
    {
        var transition = RefundEndings.OfEntry(list, ours, "T4", "2C2P already lists this refund with our mark; nothing is sent");
        return list.HasDouble ? RefundEndings.WithDouble(transition) : transition;
    }

    private static string? Impossible(OperationRow row, TransactionStatus status, string? left)
    {
        if (!PaymentRules.Allows(row.Kind, status))
            return $"The payment's status is {status}; only a settled payment can be refunded";

        return left is null ? null : $"2C2P's list leaves {left}, less than the amount of this refund";
    }
}
