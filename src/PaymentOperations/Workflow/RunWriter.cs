using System.Net;
using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>How a run ends or goes on: commits a transition or gives the claim back, and sees to what follows.</summary>
internal sealed partial class RunWriter(
    TransitionWriter writer,
    Claims claims,
    Inbox inbox,
    FollowUp followUp,
    LookupWriter lookup,
    OperationTimes times,
    TimeProvider time,
    ILogger<RunWriter> logger
)
{
    /// <summary>Commits a transition that ends the run. The news that it took into account are marked after the transaction.</summary>
    public async Task<CommitResult> FinishAsync(OperationRun run, Transition transition, bool appliesNews)
    {
        CommitResult result;
        try
        {
            result = await writer.CommitAsync(run.Row, transition, run.Limits.By, run.Ledger.Invoice, CancellationToken.None);
        }
        catch (RequestFailedException exception) when (IsRefusedForGood(exception))
        {
            await CallPersonAsync(run, exception);
            return new CommitResult.ClaimLost();
        }

        if (result is not CommitResult.Committed committed)
        {
            LogNotCommitted(logger, run.Row.Id, transition.Rule, result.GetType().Name);
            return result;
        }

        if (appliesNews)
            await inbox.MarkAppliedAsync(run.Row.Id, run.News, time.GetUtcNow(), CancellationToken.None);
        await followUp.AfterAsync(
            committed.Row,
            transition.LeavesLine,
            run.TraceParent,
            CancellationToken.None,
            LineBehind(run, committed)
        );
        return result;
    }

    /// <summary>Commits a transition after which the run goes on (T3, T10); null when the claim was lost.</summary>
    public async Task<OperationRow?> GoOnAsync(OperationRun run, Transition transition)
    {
        try
        {
            return
                await writer.CommitAsync(run.Row, transition, run.Limits.By, run.Ledger.Invoice, CancellationToken.None)
                    is CommitResult.Committed committed
                ? committed.Row
                : null;
        }
        catch (RequestFailedException exception) when (IsRefusedForGood(exception))
        {
            await CallPersonAsync(run, exception);
            return null;
        }
    }

    /// <summary>Leaves the operation as it is, keeps what was seen, and plans the next look.</summary>
    public Task StayAsync(OperationRun run, string note, Func<OperationRow, OperationRow> edit, bool appliesNews)
    {
        var stayed = Advance.Stay(run.Row, edit, time.GetUtcNow(), times);
        return ReleaseAsync(run, note, stayed, stayed.NextActionAt, appliesNews);
    }

    /// <summary>A final operation that was watched leaves what is outstanding.</summary>
    public Task RestAsync(OperationRun run, Func<OperationRow, OperationRow> edit) =>
        ReleaseAsync(run, "Nothing more is waited for", edit(run.Row), time.GetUtcNow(), appliesNews: true);

    /// <summary>Gives the claim back unused: another run begins at once where this one may not.</summary>
    public Task GiveBackAsync(OperationRun run, string note) =>
        ReleaseAsync(run, note, run.Row, time.GetUtcNow(), appliesNews: false);

    /// <summary>Gives the claim back; what it was taken for is tried again after the first wait.</summary>
    public Task WaitAsync(OperationRun run, string note) =>
        ReleaseAsync(run, note, run.Row, time.GetUtcNow() + times.FirstWait, appliesNews: false);

    // Whoever joins or leaves the line writes the invoice's row. Where that was still the row that this run has read, the line is the one that it has read, less the operation itself.
    private static IReadOnlyList<LinePlace>? LineBehind(OperationRun run, CommitResult.Committed committed) =>
        committed.Against is { } against && against.ETag == run.Ledger.Invoice.ETag
            ? [.. run.Ledger.Line.Where(place => place.Id != run.Row.Id)]
            : null;

    private async Task ReleaseAsync(
        OperationRun run,
        string note,
        OperationRow changed,
        DateTimeOffset nextActionAt,
        bool appliesNews
    )
    {
        LogStay(logger, run.Row.Id, run.Row.Status, note);
        OperationRow? released;
        try
        {
            released = await claims.TryReleaseAsync(changed, nextActionAt, CancellationToken.None);
        }
        catch (RequestFailedException exception) when (IsRefusedForGood(exception))
        {
            await CallPersonAsync(run, exception);
            return;
        }

        if (released is null)
            return;
        if (appliesNews)
            await inbox.MarkAppliedAsync(run.Row.Id, run.News, time.GetUtcNow(), CancellationToken.None);
        await followUp.AfterAsync(released, leftLine: false, run.TraceParent, CancellationToken.None);
    }

    /// <summary>T14e: storage will never take what was to be written. The smallest write that reaches a person takes its place.</summary>
    private async Task CallPersonAsync(OperationRun run, RequestFailedException exception)
    {
        LogRefusedForGood(logger, exception, run.Row.Id);
        var reason = run.Row.ReviewReason ?? $"T14e: storage refuses to write it ({exception.ErrorCode}).";
        if (await TryTellAsync(run, reason))
            return;

        var smallest = await lookup.AnnounceAsync(
            run.Row,
            run.Row with
            {
                ReviewReason = reason,
                ReviewSince = run.Row.ReviewSince ?? time.GetUtcNow(),
                UpdatedAt = time.GetUtcNow(),
            }
        );
        if (await claims.TryReleaseAsync(smallest, time.GetUtcNow() + times.LongestWait, CancellationToken.None) is { } released)
            await followUp.AfterAsync(released, leftLine: false, run.TraceParent, CancellationToken.None);
    }

    /// <summary>The same as a transition, so that the merchant is told of it; false when storage refuses that too.</summary>
    private async Task<bool> TryTellAsync(OperationRun run, string reason)
    {
        try
        {
            var transition = new Transition
            {
                Rule = "T14e",
                To = run.Row.Status,
                Note = "Storage refuses for good what was to be written",
                ReviewReason = reason,
            };
            if (
                await writer.CommitAsync(run.Row, transition, run.Limits.By, run.Ledger.Invoice, CancellationToken.None)
                is CommitResult.Committed committed
            )
                await followUp.AfterAsync(committed.Row, leftLine: false, run.TraceParent, CancellationToken.None);
            return true;
        }
        catch (RequestFailedException exception) when (IsRefusedForGood(exception))
        {
            return false;
        }
    }

    private static bool IsRefusedForGood(RequestFailedException exception) =>
        exception.Status is (int)HttpStatusCode.BadRequest or (int)HttpStatusCode.RequestEntityTooLarge;

    [LoggerMessage(2020, LogLevel.Information, "Operation {OperationId} stays {Status}: {Note}")]
    private static partial void LogStay(ILogger logger, OperationId operationId, OperationStatus status, string note);

    [LoggerMessage(2021, LogLevel.Warning, "Operation {OperationId}: {Rule} was not written ({Result})")]
    private static partial void LogNotCommitted(ILogger logger, OperationId operationId, string rule, string result);

    [LoggerMessage(
        2022,
        LogLevel.Critical,
        "Operation {OperationId}: storage refuses for good what was to be written; a person is called"
    )]
    private static partial void LogRefusedForGood(ILogger logger, Exception exception, OperationId operationId);
}
