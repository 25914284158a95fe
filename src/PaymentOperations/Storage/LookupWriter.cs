using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// Keeps the table <c>lookup</c> up with the ledger: what a change makes an operation found by is written before the change is committed. It never holds money up: what could not be written in time is written by the
/// next look at the operation, because the ledger row says which keys were.
/// </summary>
internal sealed partial class LookupWriter(
    LookupIndex index,
    OperationTimes times,
    TimeProvider time,
    ILogger<LookupWriter> logger
)
{
    /// <summary>Writes what <paramref name="next"/> is found by and <paramref name="row"/> is not; the row to commit says what was written.</summary>
    public async Task<OperationRow> AnnounceAsync(OperationRow row, OperationRow next)
    {
        var before = LookupKeys.Of(row);
        var after = LookupKeys.Of(next);
        IReadOnlyList<string> missing = row.FoundBy == LookupKeys.NameOf(before) ? [.. after.Except(before)] : after;
        return missing.Count == 0 || await TryAddAsync(next, missing) ? next with { FoundBy = LookupKeys.NameOf(after) } : next;
    }

    /// <summary>Writes everything that an operation is found by; for what was accepted before there was this table, and for rows that were lost.</summary>
    public Task RestoreAsync(OperationRow row) => TryAddAsync(row, LookupKeys.Of(row));

    /// <summary>The same where the ledger row does not say that it was written.</summary>
    public Task RepairAsync(OperationRow row) => LookupKeys.AreWritten(row) ? Task.CompletedTask : RestoreAsync(row);

    /// <summary>No person has to look any more. A row that stays behind costs its readers a request, until the operation leaves what is outstanding.</summary>
    public async Task ForgetReviewAsync(OperationRow row)
    {
        using var deadline = new CancellationTokenSource(times.LookupWithin, time);
        try
        {
            await index.ForgetReviewAsync(row, deadline.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // The ledger says that nobody has to look, and readers of the index ask the ledger.
            LogNotForgotten(logger, exception, row.Id);
        }
    }

    private async Task<bool> TryAddAsync(OperationRow row, IReadOnlyList<string> keys)
    {
        using var deadline = new CancellationTokenSource(times.LookupWithin, time);
        try
        {
            await index.AddAsync(OperationHint.Of(row), keys, deadline.Token);
            return true;
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // The operation goes on; until the next look at it some searches do not find it.
            LogNotWritten(logger, exception, row.Id);
            return false;
        }
    }

    [LoggerMessage(
        2040,
        LogLevel.Warning,
        "What operation {OperationId} is found by could not be written; the next look at it tries again"
    )]
    private static partial void LogNotWritten(ILogger logger, Exception exception, OperationId operationId);

    [LoggerMessage(2041, LogLevel.Warning, "Operation {OperationId} may still be listed for review in vain")]
    private static partial void LogNotForgotten(ILogger logger, Exception exception, OperationId operationId);
}
