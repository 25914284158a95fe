using System.Net;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>An invoice's events in the ledger, and how far they were delivered.</summary>
internal sealed class EventLedger(LedgerTables tables)
{
    /// <summary>The event that a pointer points to; null when it was never committed, or not yet.</summary>
    public async Task<EventRow?> FindAsync(MerchantId merchantId, EventPointer pointer, CancellationToken cancellationToken)
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Invoice(merchantId, pointer.InvoiceNo),
            TableKey.Happened(pointer.Order),
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } && entity.GetString("eventId") == pointer.Id.ToString()
            ? EventRow.From(entity)
            : null;
    }

    /// <summary>The event that a pointer points to; null when it never will be: a commit that is still under way is made to fail, and announces its events anew.</summary>
    public async Task<EventRow?> DecideAsync(MerchantId merchantId, EventPointer pointer, CancellationToken cancellationToken)
    {
        if (await FindAsync(merchantId, pointer, cancellationToken) is { } found)
            return found;

        await FenceAsync(TableKey.Invoice(merchantId, pointer.InvoiceNo), cancellationToken);
        return await FindAsync(merchantId, pointer, cancellationToken);
    }

    /// <summary>Whether there is an event of this order or a later one; false: none that was announced before will come to be.</summary>
    public async Task<bool> DecideFromAsync(string partition, int from, CancellationToken cancellationToken)
    {
        if (await ReadAsync(partition, from, limit: 1, cancellationToken) is not [])
            return true;

        await FenceAsync(partition, cancellationToken);
        return await ReadAsync(partition, from, limit: 1, cancellationToken) is not [];
    }

    /// <summary>The events from one on, at most so many.</summary>
    public async Task<IReadOnlyList<EventRow>> ReadAsync(
        string partition,
        int from,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var rows = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {TableKey.Happened(from)} and RowKey lt {TableKey.DeliveryRow}"
            ),
            maxPerPage: limit,
            cancellationToken: cancellationToken
        );
        List<EventRow> events = [];
        await foreach (var row in rows)
        {
            events.Add(EventRow.From(row));
            if (events.Count == limit)
                break;
        }

        return events;
    }

    /// <summary>
    /// Counts the invoice's events anew. A version that knows no events writes the invoice's row without their number, and a restored copy can be older than they are: an event that is in the ledger already must
    /// never keep money's own change from being written.
    /// </summary>
    public async Task RecountAsync(string partition, CancellationToken cancellationToken)
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            partition,
            TableKey.InvoiceRow,
            cancellationToken: cancellationToken
        );
        var invoice = row is { HasValue: true, Value: { } entity } ? InvoiceRow.From(entity) : new InvoiceRow();
        PaymentEvent? last = null;
        var rows = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {TableKey.Happened(invoice.Events)} and RowKey lt {TableKey.DeliveryRow}"
            ),
            cancellationToken: cancellationToken
        );
        await foreach (var told in rows)
            last = EventRow.From(told).Event;
        if (last is null || last.Order <= invoice.Events)
            return;

        await TryWriteAsync(partition, invoice with { Events = last.Order, LastEventAt = last.Id.CreatedAt }, cancellationToken);
    }

    public async Task<DeliveryRow> ReadDeliveryAsync(string partition, CancellationToken cancellationToken)
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            partition,
            TableKey.DeliveryRow,
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? DeliveryRow.From(entity) : new DeliveryRow();
    }

    /// <summary>Writes how far deliveries are, with what came of an attempt; null when somebody else wrote since.</summary>
    public async Task<DeliveryRow?> TryWriteAsync(
        string partition,
        DeliveryRow row,
        EventRow? attempted,
        CancellationToken cancellationToken
    )
    {
        List<TableTransactionAction> actions = [row.ToAction(partition)];
        if (attempted is not null)
            actions.Add(attempted.ToDeliveryAction(partition));
        try
        {
            var responses = await tables.Operations.SubmitTransactionAsync(actions, cancellationToken);
            return row with { ETag = responses.Value[0].Headers.ETag!.Value };
        }
        catch (TableTransactionFailedException exception)
            when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
        {
            return null;
        }
    }

    // Every transaction that tells something holds the invoice's row against the version that it was announced with: a new version of the row is all it takes.
    private async Task FenceAsync(string partition, CancellationToken cancellationToken)
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            partition,
            TableKey.InvoiceRow,
            cancellationToken: cancellationToken
        );
        await TryWriteAsync(
            partition,
            row is { HasValue: true, Value: { } entity } ? InvoiceRow.From(entity) : new InvoiceRow(),
            cancellationToken
        );
    }

    private async Task TryWriteAsync(string partition, InvoiceRow invoice, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Operations.SubmitTransactionAsync([invoice.ToAction(partition)], cancellationToken);
        }
        catch (TableTransactionFailedException exception)
            when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
        {
            // Somebody else wrote it since: that prevents the same commits, and whoever counts reads it again.
        }
    }
}
