using System.Globalization;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Copies;

/// <summary>
/// What becomes of an operation in a ledger that is put back from a copy (T21). The copy is older than the truth: what was open in it may have been sent since, may have ended, and its end may have been told. So one more
/// request may have left, it is asked about, and it is never sent again unless a person says so.
/// </summary>
internal static class Restored
{
    private const string Rule = "T21";

    /// <summary>The rows of an invoice as they are put back.</summary>
    public static IReadOnlyList<TableEntity> RowsOf(IReadOnlyList<TableEntity> copied, DateTimeOffset at, OperationTimes times)
    {
        List<TableEntity> rows = [];
        foreach (var entity in copied)
        {
            if (!InvoiceRows.IsOperation(entity) || OperationRowMapper.FromEntity(entity) is not { } row || IsLeft(row))
            {
                rows.Add(entity);
                continue;
            }

            rows.Add(OperationRowMapper.ToEntity(Of(row, at, times)));
            if (row.Status != OperationStatus.Pending)
                rows.Add(EventOf(row, at));
        }
        return rows;
    }

    /// <summary>The operation as it goes on. What 2C2P called pending is only asked about in any case; its claim has ended with its worker.</summary>
    public static OperationRow Of(OperationRow row, DateTimeOffset at, OperationTimes times)
    {
        var free = row with { ClaimToken = null, ClaimUntil = null, NextActionAt = at, WriteId = WriteIdOf(at) };
        if (row.Status == OperationStatus.Pending)
            return free;

        var attempt = new Attempt
        {
            Number = row.AttemptCount + Attempt.BeyondUnknown,
            StartedAt = at,
            ClaimUntil = at + times.Claim,
            Outcome = "It may have been sent between the copy and the moment in which the ledger was put back",
        };
        return free with
        {
            Status = OperationStatus.Unknown,
            StatusSince = at,
            DoubtSince = row.NeedsReview ? row.DoubtSince : at,
            Attempts = [.. row.Attempts, attempt],
            AbsentSince = null,
            RestoredAt = at,
            NextEvent = row.NextEvent + 1,
            UpdatedAt = at,
        };
    }

    /// <summary>Whether nothing of an operation has to change: it has ended, or never came to be.</summary>
    public static bool IsLeft(OperationRow row) => row.IsFinal || row.IsTombstone;

    private static TableEntity EventOf(OperationRow row, DateTimeOffset at) =>
        (TableEntity)
            new AuditEvent
            {
                OperationId = row.Id,
                Number = row.NextEvent,
                At = at,
                From = row.Status,
                To = OperationStatus.Unknown,
                By = "operator ledger import",
                Rule = Rule,
                Note = "The ledger was put back from a copy; 2C2P will be asked what became of it since",
                Attempt = row.AttemptCount + Attempt.BeyondUnknown,
            }
                .ToAction(row.Partition)
                .Entity;

    // The same each time, so that an import that goes on finds its own rows equal.
    private static string WriteIdOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"restored-{at.UtcTicks}");
}
