using Azure.Data.Tables;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// Makes the events of a transaction and announces them before it is committed: first the pointers, then the events. The transaction must hold the invoice's row against the version that it was announced with,
/// which is how a late commit can be prevented (<see cref="EventLedger.DecideAsync"/>).
/// </summary>
internal sealed class EventAnnouncer(
    MerchantIndex index,
    LookupWriter lookup,
    DeliveryHints hints,
    IMerchants merchants,
    EventTimes times,
    TimeProvider time
)
{
    /// <summary>Makes the events and writes their pointers.</summary>
    /// <param name="row">The operation that they tell of.</param>
    /// <param name="invoice">The invoice's row.</param>
    /// <param name="types">What they tell.</param>
    /// <param name="beside">What else is to stand in the index before the change is committed.</param>
    /// <param name="cancellationToken">Who waits for it went away.</param>
    /// <param name="at">When it happened; null: when the operation last changed.</param>
    public async Task<Announced> AnnounceAsync(
        OperationRow row,
        InvoiceRow invoice,
        IReadOnlyList<EventType> types,
        IndexRows beside,
        CancellationToken cancellationToken,
        DateTimeOffset? at = null
    )
    {
        var withRows = true;
        while (true)
        {
            var began = time.GetTimestamp();
            var (counted, events) = Make(row, invoice, types, at ?? row.UpdatedAt);
            EventPointer[] pointers = [.. events.Select(one => new EventPointer(one.Event.Id, row.InvoiceNo, one.Event.Order))];
            var written = WriteAsync(row, pointers, beside, cancellationToken);
            await Task.WhenAll(
                written,
                merchants.Find(row.MerchantId.Text)?.Webhook is null
                    ? Task.CompletedTask
                    : hints.NoteAsync(
                        row.MerchantId,
                        row.InvoiceNo,
                        pointers[^1],
                        time.GetUtcNow() + times.FirstCheck,
                        cancellationToken
                    )
            );

            withRows = withRows && await written;
            // A list may have passed a pointer that became visible so late.
            if (time.GetElapsedTime(began) <= times.AnnounceWithin)
                return new Announced(counted, events, withRows);
            // What could not be had once is not waited for again, or a slow index would keep money waiting for as long as it is slow.
            if (!withRows)
                beside = IndexRows.None;
        }
    }

    private async Task<bool> WriteAsync(
        OperationRow row,
        IReadOnlyList<EventPointer> events,
        IndexRows beside,
        CancellationToken cancellationToken
    )
    {
        TableEntity[] pointers = [.. events.Select(pointer => EventIndex.RowOf(row.MerchantId, pointer))];
        TableEntity[] all = [.. pointers, .. beside.Rows];
        if (!beside.AreNeeded && await lookup.TryWriteAsync(row.Id, all))
            return true;

        await index.WriteAsync(beside.AreNeeded ? all : pointers, cancellationToken);
        return beside.AreNeeded;
    }

    private (InvoiceRow Invoice, IReadOnlyList<EventRow> Events) Make(
        OperationRow row,
        InvoiceRow invoice,
        IReadOnlyList<EventType> types,
        DateTimeOffset at
    )
    {
        List<EventRow> events = [];
        foreach (var type in types)
        {
            var moment = Later(time.GetUtcNow(), invoice.LastEventAt.AddMilliseconds(1));
            invoice = invoice with { Events = invoice.Events + 1, LastEventAt = moment };
            var told = new PaymentEvent
            {
                Id = PaymentEventId.New(moment),
                Type = type,
                At = at,
                Order = invoice.Events,
                Operation = OperationView.Of(row),
            };
            events.Add(new EventRow { Event = told });
        }

        return (invoice, events);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
