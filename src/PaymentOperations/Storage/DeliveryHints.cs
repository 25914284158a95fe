using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>The table <c>deliveries</c>: which invoices have events to be delivered. Only of merchants that have a webhook, and only as long as something is outstanding.</summary>
internal sealed class DeliveryHints(LedgerTables tables)
{
    private const string InvoicePrefix = "invoice-";

    /// <summary>Notes that events of an invoice are about to be, or are, to be delivered.</summary>
    public Task NoteAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        EventPointer? announced,
        DateTimeOffset nextCheckAt,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity(TableKey.Deliveries(merchantId, invoiceNo), KeyOf(invoiceNo))
        {
            ["merchantId"] = merchantId.Text,
            ["invoiceNo"] = invoiceNo.Text,
            ["nextCheckAt"] = nextCheckAt,
        };
        if (announced is not null)
        {
            row["announced"] = announced.Id.ToString();
            row["announcedOrder"] = announced.Order;
        }
        return tables.Deliveries.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
    }

    public async Task<DeliveryHint?> FindAsync(MerchantId merchantId, InvoiceNo invoiceNo, CancellationToken cancellationToken)
    {
        var row = await tables.Deliveries.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Deliveries(merchantId, invoiceNo),
            KeyOf(invoiceNo),
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? HintOf(entity) : null;
    }

    /// <summary>Puts the sweep's next look off; false when the row was changed since it was read: more was announced.</summary>
    public async Task<bool> TryPutOffAsync(DeliveryHint hint, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        var change = new TableEntity(TableKey.Deliveries(hint.MerchantId, hint.InvoiceNo), KeyOf(hint.InvoiceNo))
        {
            ["nextCheckAt"] = nextCheckAt,
        };
        return await TryAsync(() =>
            tables.Deliveries.UpdateEntityAsync(change, hint.ETag, TableUpdateMode.Merge, cancellationToken)
        );
    }

    /// <summary>Forgets an invoice of which everything was delivered; false when more was announced since the row was read.</summary>
    public Task<bool> TryForgetAsync(DeliveryHint hint, CancellationToken cancellationToken) =>
        TryAsync(() =>
            tables.Deliveries.DeleteEntityAsync(
                TableKey.Deliveries(hint.MerchantId, hint.InvoiceNo),
                KeyOf(hint.InvoiceNo),
                hint.ETag,
                cancellationToken
            )
        );

    /// <summary>The due rows of one shard, all merchants.</summary>
    public AsyncPageable<TableEntity> Due(int shard, DateTimeOffset now, CancellationToken cancellationToken) =>
        tables.Deliveries.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {TableKey.ShardPrefix(shard)} and PartitionKey lt {TableKey.ShardEnd(shard)} and nextCheckAt le {now}"
            ),
            cancellationToken: cancellationToken
        );

    public static bool IsInvoice(TableEntity row) => row.RowKey.StartsWith(InvoicePrefix, StringComparison.Ordinal);

    public static DeliveryHint HintOf(TableEntity entity)
    {
        var invoiceNo = InvoiceNo.Parse(entity.GetString("invoiceNo"));
        return new DeliveryHint(
            new MerchantId(entity.GetString("merchantId")),
            invoiceNo,
            entity.GetString("announced") is { } announced
                ? new EventPointer(PaymentEventId.Parse(announced), invoiceNo, entity.GetInt32("announcedOrder")!.Value)
                : null,
            entity.GetDateTimeOffset("nextCheckAt")!.Value,
            entity.ETag
        );
    }

    private static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static string KeyOf(InvoiceNo invoiceNo) => $"{InvoicePrefix}{TableKey.Escape(invoiceNo.Text)}";
}
