using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Workflow;

/// <summary>Commits transitions: the operation's row, its audit event and all that belongs to it, in one ledger transaction.</summary>
internal sealed partial class TransitionWriter(
    InvoiceLedger ledger,
    OperationMetrics metrics,
    OperationTimes times,
    TimeProvider time,
    ILogger<TransitionWriter> logger
)
{
    public async Task<CommitResult> CommitAsync(
        OperationRow row,
        Transition transition,
        string by,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var next = Next(row, transition, now);
        var audit = new AuditEvent
        {
            OperationId = row.Id,
            Number = row.NextEvent,
            At = now,
            From = row.Status,
            To = next.Status,
            By = by,
            Rule = transition.Rule,
            Note = transition.Note,
            Attempt = next.AttemptCount,
            TraceParent = System.Diagnostics.Activity.Current?.Id ?? row.TraceParent,
            Evidence = Json(transition.Evidence),
        };
        var result = await ledger.CommitAsync(next, audit, ChangeOf(row, transition), cancellationToken);
        if (result is CommitResult.Committed)
        {
            LogTransition(logger, row.Id, transition.Rule, row.Status, next.Status, transition.Note);
            if (next.IsFinal && !row.IsFinal)
                metrics.Completed(row.Kind, next.Status, now - row.CreatedAt);
            if (transition.Alarm is { } alarm)
                LogAlarm(logger, row.Id, alarm);
        }

        return result;
    }

    private OperationRow Next(OperationRow row, Transition transition, DateTimeOffset now)
    {
        var changed = transition.Edit(row);
        var moves = transition.To != row.Status;
        var isFinal = transition.To is OperationStatus.Succeeded or OperationStatus.Failed;
        var reviewReason = transition.ReviewReason ?? (moves ? null : row.ReviewReason);
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
            Polls = 0,
            AbsentSince = moves ? null : changed.AbsentSince,
            NextEvent = row.NextEvent + 1,
            UpdatedAt = now,
            WriteId = Claims.NewToken(),
            ClaimToken = transition.KeepsClaim ? Claims.NewToken() : null,
            ClaimUntil = transition.KeepsClaim ? now + times.Claim : null,
        };
        return next with { NextActionAt = transition.DueAtOnce || isFinal ? now : Schedule.NextLook(next, times, now) };
    }

    private static LedgerChange ChangeOf(OperationRow row, Transition transition)
    {
        var releases = row.Kind == OperationKind.Refund && transition.To == OperationStatus.Failed && !row.IsFinal;
        Func<InvoiceRow, InvoiceRow>? change = (releases, transition.FillsInvoice) switch
        {
            (true, _) => invoice => invoice with { Reserved = invoice.Reserved - row.Amount!.Value },
            (false, { } facts) => invoice =>
                invoice with
                {
                    Captured = invoice.Captured ?? facts.Amount,
                    GatewayStatus = invoice.GatewayStatus ?? facts.Status,
                },
            (false, null) => null,
        };
        return new LedgerChange
        {
            DeletesPlaceInLine = transition.LeavesLine,
            InsertsReference = transition.Reference,
            ChangesInvoice = change,
        };
    }

    private static string? Json(DecisiveAnswer? evidence) =>
        evidence is null ? null : JsonSerializer.Serialize(evidence, OperationRowJson.Default.DecisiveAnswer);

    [LoggerMessage(2001, LogLevel.Information, "Operation {OperationId}: {Rule}, {From} to {To}: {Note}")]
    private static partial void LogTransition(
        ILogger logger,
        OperationId operationId,
        string rule,
        OperationStatus from,
        OperationStatus to,
        string note
    );

    [LoggerMessage(2002, LogLevel.Critical, "Operation {OperationId}: {Alarm}")]
    private static partial void LogAlarm(ILogger logger, OperationId operationId, string alarm);
}
