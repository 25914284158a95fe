using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Storage;

namespace PaymentOperations.Caps;

/// <summary>
/// The table <c>caps</c>: one partition for each merchant, day and cap, with a row for each reservation and one for their sum. The sum changes only in the transaction that adds or removes a reservation, so it is never another
/// than theirs.
/// </summary>
internal sealed class CapRows(LedgerTables tables)
{
    private const string Total = "total";
    private const string RowNotFound = "ResourceNotFound";

    public async Task<CapTotal> ReadTotalAsync(string partition, CancellationToken cancellationToken)
    {
        var found = await tables.Caps.GetEntityIfExistsAsync<TableEntity>(partition, Total, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? new(row.GetInt64("used")!.Value, row.ETag) : new(0, null);
    }

    public async Task<CapRow?> FindAsync(CapPlace place, CancellationToken cancellationToken)
    {
        var found = await tables.Caps.GetEntityIfExistsAsync<TableEntity>(
            place.Partition,
            place.Row,
            cancellationToken: cancellationToken
        );
        return found is { HasValue: true, Value: { } row }
            ? new(row.GetString("token"), row.GetBoolean("isShared") == true, row.ETag)
            : null;
    }

    /// <summary>Adds a reservation to the sum as it was read. False when another request was faster.</summary>
    public Task<bool> TryAddAsync(CapReservation reservation, CapTotal total, CancellationToken cancellationToken)
    {
        var row = new TableEntity(reservation.Place.Partition, reservation.Place.Row)
        {
            ["amount"] = reservation.Amount,
            ["token"] = reservation.Token,
            ["isShared"] = false,
        };
        return TryAsync(() =>
            tables.Caps.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, row), Change(reservation.Place, total, total.Used + reservation.Amount)],
                cancellationToken
            )
        );
    }

    /// <summary>Says of a reservation that a second request relies on it. False when it was changed or removed since it was read.</summary>
    public Task<bool> TryShareAsync(CapPlace place, CapRow row, CancellationToken cancellationToken) =>
        TryAsync(() =>
            tables.Caps.UpdateEntityAsync(
                new TableEntity(place.Partition, place.Row) { ["isShared"] = true },
                row.Version,
                TableUpdateMode.Merge,
                cancellationToken
            )
        );

    /// <summary>Takes a reservation out of the sum. False when one of them was changed since it was read.</summary>
    public Task<bool> TryRemoveAsync(
        CapReservation reservation,
        CapRow row,
        CapTotal total,
        CancellationToken cancellationToken
    ) =>
        TryAsync(() =>
            tables.Caps.SubmitTransactionAsync(
                [
                    new(
                        TableTransactionActionType.Delete,
                        new TableEntity(reservation.Place.Partition, reservation.Place.Row),
                        row.Version
                    ),
                    Change(reservation.Place, total, total.Used - reservation.Amount),
                ],
                cancellationToken
            )
        );

    private static TableTransactionAction Change(CapPlace place, CapTotal total, long used)
    {
        var row = new TableEntity(place.Partition, Total) { ["used"] = used };
        return total.Version is { } version
            ? new(TableTransactionActionType.UpdateReplace, row, version)
            : new(TableTransactionActionType.Add, row);
    }

    // A table that is missing is no race: it is thrown, or the caller would try for ever.
    private static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed
                || exception.ErrorCode == RowNotFound
            )
        {
            return false;
        }
    }
}
