using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// Keeps what operations are found by up with the ledger: what a change makes an operation found by is written before the change is committed. It never holds money up: what could not be written in time is written by the
/// next look at the operation, because the ledger row says which keys were.
/// </summary>
internal sealed partial class LookupWriter(
    MerchantIndex index,
    LookupIndex lookup,
    OperationTimes times,
    TimeProvider time,
    ILogger<LookupWriter> logger
)
{
    /// <summary>What <paramref name="next"/> is found by and <paramref name="row"/> is not: rows to be written before it is committed.</summary>
    public static IReadOnlyList<TableEntity> MissingOf(OperationRow row, OperationRow next)
    {
        var before = LookupKeys.Of(row);
        var after = LookupKeys.Of(next);
        return RowsOf(next, row.FoundBy == LookupKeys.NameOf(before) ? after.Except(before) : after);
    }

    /// <summary>The row to commit says that everything that it is found by was written.</summary>
    public static OperationRow AsFound(OperationRow next) => next with { FoundBy = LookupKeys.NameOf(LookupKeys.Of(next)) };

    /// <summary>Writes what <paramref name="next"/> is found by and <paramref name="row"/> is not; the row to commit says what was written.</summary>
    public async Task<OperationRow> AnnounceAsync(OperationRow row, OperationRow next) =>
        await TryWriteAsync(next.Id, MissingOf(row, next)) ? AsFound(next) : next;

    /// <summary>Writes everything that an operation is found by; for what was accepted before there were these rows, and for rows that were lost.</summary>
    public Task RestoreAsync(OperationRow row) => TryWriteAsync(row.Id, RowsOf(row, LookupKeys.Of(row)), areNew: false);

    /// <summary>
    /// The same where the ledger row does not say that everything was written, or where the index has lost some of it: the operation's own row, which is written with the accept and here too; what was written last, which an older
    /// copy of the table does not have; or the row that calls a person, which nothing may hide.
    /// </summary>
    public async Task RestoreIfLostAsync(OperationRow row)
    {
        if (await AreThereAsync(row))
            await RepairAsync(row);
        else
            await TryWriteAsync(
                row.Id,
                [OpenOperations.IndexRowOf(OperationHint.Of(row)), .. RowsOf(row, LookupKeys.Of(row))],
                areNew: false
            );
    }

    /// <summary>The same where the ledger row does not say that it was written.</summary>
    public Task RepairAsync(OperationRow row) => LookupKeys.AreWritten(row) ? Task.CompletedTask : RestoreAsync(row);

    /// <summary>No person has to look any more. A row that stays behind costs its readers a request, until the operation leaves what is outstanding.</summary>
    public async Task ForgetReviewAsync(OperationRow row)
    {
        using var deadline = new CancellationTokenSource(times.LookupWithin, time);
        try
        {
            await lookup.ForgetReviewAsync(row, deadline.Token);
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is OperationCanceledException)
        {
            // The ledger says that nobody has to look, and readers of the index ask the ledger.
            LogNotForgotten(logger, exception, row.Id);
        }
    }

    /// <summary>Writes rows of an operation; false when that could not be done in time.</summary>
    public async Task<bool> TryWriteAsync(OperationId id, IReadOnlyList<TableEntity> rows, bool areNew = true)
    {
        if (rows.Count == 0)
            return true;

        using var deadline = new CancellationTokenSource(times.LookupWithin, time);
        try
        {
            await index.WriteAsync(rows, deadline.Token, areNew);
            return true;
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is OperationCanceledException)
        {
            // The operation goes on; until the next look at it some searches do not find it.
            LogNotWritten(logger, exception, id);
            return false;
        }
    }

    // An index that cannot be asked cannot be written either: the next look tries again.
    private async Task<bool> AreThereAsync(OperationRow row)
    {
        using var deadline = new CancellationTokenSource(times.LookupWithin, time);
        try
        {
            var later = LookupKeys.LatestOf(row).Select(key => $"{key}{LookupKey.PositionOf(row.Id)}");
            var known = await Task.WhenAll(
                later.Prepend(IndexKey.Operation(row.Id)).Select(key => lookup.KnowsAsync(row.MerchantId, key, deadline.Token))
            );
            return known.All(isKnown => isKnown);
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is OperationCanceledException)
        {
            LogNotWritten(logger, exception, row.Id);
            return true;
        }
    }

    private static IReadOnlyList<TableEntity> RowsOf(OperationRow row, IEnumerable<string> keys) =>
        [.. LookupIndex.RowsOf(OperationHint.Of(row), keys)];

    [LoggerMessage(
        2042,
        LogLevel.Warning,
        "What operation {OperationId} is found by could not be written; the next look at it tries again"
    )]
    private static partial void LogNotWritten(ILogger logger, Exception exception, OperationId operationId);

    [LoggerMessage(2041, LogLevel.Warning, "Operation {OperationId} may still be listed for review in vain")]
    private static partial void LogNotForgotten(ILogger logger, Exception exception, OperationId operationId);
}
