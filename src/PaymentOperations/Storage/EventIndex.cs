using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// The table <c>events</c>: pointers to a merchant's events, in the order of their ids. A pointer is written before the event itself, so that none is ever missing; one whose event never came is of no consequence.
/// </summary>
internal sealed class EventIndex(LedgerTables tables)
{
    public async Task AddAsync(MerchantId merchantId, IReadOnlyList<EventPointer> pointers, CancellationToken cancellationToken)
    {
        TableTransactionAction[] actions =
        [
            .. pointers.Select(pointer => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity(merchantId.Text, pointer.Id.ToString())
                {
                    ["invoiceNo"] = pointer.InvoiceNo.Text,
                    ["order"] = pointer.Order,
                }
            )),
        ];
        if (actions is [var only])
            await tables.Events.UpsertEntityAsync(only.Entity, TableUpdateMode.Replace, cancellationToken);
        else
            await tables.Events.SubmitTransactionAsync(actions, cancellationToken);
    }

    public async Task<EventPointer?> FindAsync(MerchantId merchantId, PaymentEventId id, CancellationToken cancellationToken)
    {
        var row = await tables.Events.GetEntityIfExistsAsync<TableEntity>(
            merchantId.Text,
            id.ToString(),
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
        var rows = tables.Events.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text} and RowKey gt {after} and RowKey lt {before}"),
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
            await tables.Events.DeleteEntityAsync(merchantId.Text, id.ToString(), ETag.All, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            // Another reader forgot it.
        }
    }

    private static EventPointer PointerOf(TableEntity row) =>
        new(PaymentEventId.Parse(row.RowKey), InvoiceNo.Parse(row.GetString("invoiceNo")), row.GetInt32("order")!.Value);
}
