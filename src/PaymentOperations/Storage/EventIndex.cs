using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// Pointers to a merchant's events in the table <c>index</c>, in the order of their ids. A pointer is written before the event itself, so that none is ever missing; one whose event never came is of no consequence.
/// </summary>
internal sealed class EventIndex(LedgerTables tables)
{
    /// <summary>The row of one pointer.</summary>
    public static TableEntity RowOf(MerchantId merchantId, EventPointer pointer) =>
        new(merchantId.Text, IndexKey.Event(pointer.Id)) { ["invoiceNo"] = pointer.InvoiceNo.Text, ["order"] = pointer.Order };

    public async Task<EventPointer?> FindAsync(MerchantId merchantId, PaymentEventId id, CancellationToken cancellationToken)
    {
        var row = await tables.Index.GetEntityIfExistsAsync<TableEntity>(
            merchantId.Text,
            IndexKey.Event(id),
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? PointerOf(entity) : null;
    }

    /// <summary>Pointers after one text and before another, at most so many.</summary>
    public async Task<IReadOnlyList<EventPointer>> ReadAsync(
        MerchantId merchantId,
        string after,
        string before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (first, end) = (IndexKey.Events + after, IndexKey.Events + before);
        var rows = tables.Index.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text} and RowKey gt {first} and RowKey lt {end}"),
            maxPerPage: limit,
            cancellationToken: cancellationToken
        );
        List<EventPointer> pointers = [];
        await foreach (var row in rows)
        {
            pointers.Add(PointerOf(row));
            if (pointers.Count == limit)
                break;
        }

        return pointers;
    }

    /// <summary>Forgets a pointer whose event never came to be.</summary>
    public async Task RemoveAsync(MerchantId merchantId, PaymentEventId id, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Index.DeleteEntityAsync(merchantId.Text, IndexKey.Event(id), ETag.All, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            // Another reader forgot it.
        }
    }

    private static EventPointer PointerOf(TableEntity row) =>
        new(
            PaymentEventId.Parse(row.RowKey[IndexKey.Events.Length..]),
            InvoiceNo.Parse(row.GetString("invoiceNo")),
            row.GetInt32("order")!.Value
        );
}
