using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>How a run ends or goes on: commits a transition or gives the claim back, and sees to what follows.</summary>
internal sealed partial class RunWriter(
    TransitionWriter writer,
    Claims claims,
    Inbox inbox,
    FollowUp followUp,
    OperationTimes times,
    TimeProvider time,
    ILogger<RunWriter> logger
)
{
    /// <summary>Commits a transition that ends the run. The news that it took into account are marked after the transaction.</summary>
    public async Task<CommitResult> FinishAsync(OperationRun run, Transition transition, bool appliesNews)
    {
        var result = await writer.CommitAsync(run.Row, transition, run.Limits.By, CancellationToken.None);
        if (result is not CommitResult.Committed committed)
        {
            LogNotCommitted(logger, run.Row.Id, transition.Rule, result.GetType().Name);
            return result;
        }

        var contradictions = Contradictions(run, committed.Row);
        if (appliesNews)
            await inbox.MarkAppliedAsync(run.Row.Id, run.News.Except(contradictions), time.GetUtcNow(), CancellationToken.None);

        await followUp.AfterAsync(committed.Row, transition.LeavesLine, run.TraceParent, CancellationToken.None);
        if (contradictions.Count > 0)
            await followUp.PlanAsync(committed.Row, run.TraceParent, CancellationToken.None);
        return result;
    }

    /// <summary>Messages that were there when the operation ended, and say otherwise, are not used up by its end: T19 puts them on record.</summary>
    private static List<InboxMessage> Contradictions(OperationRun run, OperationRow row) =>
        row.IsFinal && !run.Row.IsFinal ? [.. run.News.Where(message => LateAnswerRules.Contradicts(row, message))] : [];

    /// <summary>Commits a transition after which the run goes on (T3, T10); null when the claim was lost.</summary>
    public async Task<OperationRow?> GoOnAsync(OperationRun run, Transition transition) =>
        await writer.CommitAsync(run.Row, transition, run.Limits.By, CancellationToken.None) is CommitResult.Committed committed
            ? committed.Row
            : null;

    /// <summary>Leaves the operation as it is, keeps what was seen, and plans the next look.</summary>
    public async Task StayAsync(OperationRun run, string note, Func<OperationRow, OperationRow> edit, bool appliesNews)
    {
        var changed = edit(run.Row) with { Polls = run.Row.Polls + 1 };
        var nextActionAt = Schedule.NextLook(changed, times, time.GetUtcNow());
        LogStay(logger, run.Row.Id, run.Row.Status, note);
        if (await claims.TryReleaseAsync(changed, nextActionAt, CancellationToken.None) is not { } released)
            return;

        if (appliesNews)
            await inbox.MarkAppliedAsync(run.Row.Id, run.News, time.GetUtcNow(), CancellationToken.None);

        await followUp.AfterAsync(released, leftLine: false, run.TraceParent, CancellationToken.None);
    }

    /// <summary>Gives the claim back unused: another run begins at once where this one may not.</summary>
    public async Task GiveBackAsync(OperationRun run, string note)
    {
        LogStay(logger, run.Row.Id, run.Row.Status, note);
        if (await claims.TryReleaseAsync(run.Row, time.GetUtcNow(), CancellationToken.None) is { } released)
            await followUp.AfterAsync(released, leftLine: false, run.TraceParent, CancellationToken.None);
    }

    [LoggerMessage(2020, LogLevel.Information, "Operation {OperationId} stays {Status}: {Note}")]
    private static partial void LogStay(ILogger logger, OperationId operationId, OperationStatus status, string note);

    [LoggerMessage(2021, LogLevel.Warning, "Operation {OperationId}: {Rule} was not written ({Result})")]
    private static partial void LogNotCommitted(ILogger logger, OperationId operationId, string rule, string result);
}
