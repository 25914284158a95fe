using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>Makes events due again, a part at a time. Whatever is done twice here is the same as done once.</summary>
internal sealed class Redelivery(
    EventReader reader,
    EventIndex index,
    EventLedger ledger,
    DeliveryHints hints,
    RedeliveryRows rows,
    DeliveryQueue queue,
    EventTimes times,
    TimeProvider time
)
{
    private const int PerRun = 50;

    /// <summary>Carries a request on; another pointer does the rest.</summary>
    public async Task RunAsync(Merchant merchant, PaymentEventId id)
    {
        if (await rows.FindAsync(merchant.Id, id, CancellationToken.None) is not { } row)
            return;

        var (next, events) = row.Ids.Count > 0 ? (null, await TakeIdsAsync(row)) : await TakeTimeAsync(row);
        foreach (var invoice in events.GroupBy(told => told.Event.Operation.InvoiceNo))
            await MakeDueAsync(merchant, invoice.Key, [.. invoice.Select(told => told.Event.Order)]);

        if (next is null)
            await rows.RemoveAsync(row, CancellationToken.None);
        else if (await rows.TryWriteAsync(next, CancellationToken.None) && next.After != row.After)
            await queue.SendAsync(
                new DeliveryMessage(merchant.Id.Text, RedeliveryId: id.ToString()),
                TimeSpan.Zero,
                CancellationToken.None
            );
    }

    private async Task<IReadOnlyList<EventRow>> TakeIdsAsync(RedeliveryRow row)
    {
        List<EventRow> events = [];
        foreach (var id in row.Ids)
        {
            if (
                await index.FindAsync(row.MerchantId, id, CancellationToken.None) is { } pointer
                && await ledger.FindAsync(row.MerchantId, pointer, CancellationToken.None) is { } told
            )
                events.Add(told);
        }

        return events;
    }

    private async Task<(RedeliveryRow? Next, IReadOnlyList<EventRow> Events)> TakeTimeAsync(RedeliveryRow row)
    {
        // What is too young to be listed has to be waited for; the sweep comes back for it.
        var listed = row.To!.Value + times.ListedAfter;
        var now = time.GetUtcNow();
        var (events, last, hasMore) = await reader.ReadAsync(row.MerchantId, row.After, row.To, PerRun, CancellationToken.None);
        if (!hasMore && listed <= now)
            return (null, events);

        var next = row with { After = last?.ToString() ?? row.After, NextCheckAt = hasMore ? now + times.FirstCheck : listed };
        return (next, events);
    }

    private async Task MakeDueAsync(Merchant merchant, InvoiceNo invoiceNo, IReadOnlyList<int> orders)
    {
        var partition = TableKey.Invoice(merchant.Id, invoiceNo);
        DeliveryRow row;
        do row = await ledger.ReadDeliveryAsync(partition, CancellationToken.None);
        while (
            await ledger.TryWriteAsync(
                partition,
                row.AskedAgain(orders, time.GetUtcNow()),
                attempted: null,
                CancellationToken.None
            )
                is null
        );

        await hints.NoteAsync(
            merchant.Id,
            invoiceNo,
            announced: null,
            time.GetUtcNow() + times.FirstCheck,
            CancellationToken.None
        );
        await queue.SendAsync(new DeliveryMessage(merchant.Id.Text, invoiceNo.Text), TimeSpan.Zero, CancellationToken.None);
    }
}
