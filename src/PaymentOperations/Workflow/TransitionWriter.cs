using Microsoft.Extensions.Logging;
using PaymentOperations.Events;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Workflow;

/// <summary>Commits transitions: the operation's row, its audit event and all that belongs to it, in one ledger transaction.</summary>
internal sealed partial class TransitionWriter(
    LedgerCommit ledger,
    EventPointers events,
    LookupWriter lookup,
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
        InvoiceRow? knownInvoice,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var next = Next(row, transition, now);
        var told = EventRules.Of(row, next);
        // What nobody is told of leaves by itself; else it leaves with the pointers to what is told.
        if (told.Count == 0)
            next = await lookup.AnnounceAsync(row, next);
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
            Evidence = Advance.Json(transition.Evidence),
        };
        var change = Advance.ChangeOf(row, transition) with
        {
            Events = told,
            FoundBy = told.Count == 0 ? [] : LookupWriter.MissingOf(row, next),
            KnownInvoice = knownInvoice,
        };
        var result = await ledger.CommitAsync(next, audit, change, cancellationToken);
        if (result is CommitResult.Committed committed)
        {
            LogTransition(logger, row.Id, transition.Rule, row.Status, next.Status, transition.Note);
            if (next.IsFinal && !row.IsFinal)
                metrics.Completed(row.Kind, next.Status, now - row.CreatedAt);
            if (transition.Alarm is { } alarm)
                LogAlarm(logger, row.Id, alarm);
            if (change.Events.Count > 0)
                await events.SendAsync(next, cancellationToken);
            if (row.NeedsReview && !next.NeedsReview)
                await lookup.ForgetReviewAsync(committed.Row);
        }

        return result;
    }

    private OperationRow Next(OperationRow row, Transition transition, DateTimeOffset now) =>
        Advance.Next(row, transition, now, times) with
        {
            WriteId = Claims.NewToken(),
            ClaimToken = transition.KeepsClaim ? Claims.NewToken() : null,
        };

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
