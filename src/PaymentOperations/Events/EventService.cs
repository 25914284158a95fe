using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>Answers those who ask for events, or for their delivery once more.</summary>
internal sealed partial class EventService(
    EventReader reader,
    EventIndex index,
    EventLedger ledger,
    RedeliveryRows rows,
    DeliveryQueue queue,
    EventTimes times,
    TimeProvider time,
    ILogger<EventService> logger
) : IEvents
{
    /// <inheritdoc />
    public async Task<EventPage> ListAsync(
        MerchantId merchantId,
        PaymentEventId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (events, last, hasMore) = await reader.ReadAsync(
            merchantId,
            after?.ToString() ?? "",
            before: null,
            limit,
            cancellationToken
        );
        return new EventPage([.. events.Select(told => told.Event)], last ?? after, hasMore);
    }

    /// <inheritdoc />
    public async Task<RedeliveryResult> RedeliverAsync(
        Merchant merchant,
        RedeliveryRequest request,
        CancellationToken cancellationToken
    )
    {
        if (merchant.Webhook is null)
            return new RedeliveryResult.NotConfigured();

        try
        {
            return await AcceptAsync(merchant, request, cancellationToken);
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
        {
            // If it was written all the same, the sweep carries it out: then some events are delivered once more.
            LogUnavailable(logger, exception);
            return new RedeliveryResult.Unavailable();
        }
    }

    private async Task<RedeliveryResult> AcceptAsync(
        Merchant merchant,
        RedeliveryRequest request,
        CancellationToken cancellationToken
    )
    {
        List<PaymentEventId> missing = [];
        foreach (var id in request.Ids)
        {
            if (
                await index.FindAsync(merchant.Id, id, cancellationToken) is not { } pointer
                || await ledger.FindAsync(merchant.Id, pointer, cancellationToken) is null
            )
                missing.Add(id);
        }
        if (missing.Count > 0)
            return new RedeliveryResult.NotFound(missing);

        var now = time.GetUtcNow();
        var row = new RedeliveryRow
        {
            Id = PaymentEventId.New(now),
            MerchantId = merchant.Id,
            Ids = request.Ids,
            After = request.From is { } from ? PaymentEventId.Floor(from) : "",
            // What happens from now on is delivered in any case.
            To = request.To < now ? request.To : now,
            NextCheckAt = now + times.FirstCheck,
        };
        await rows.AddAsync(row, cancellationToken);
        await queue.SendAsync(
            new DeliveryMessage(merchant.Id.Text, RedeliveryId: row.Id.ToString()),
            TimeSpan.Zero,
            cancellationToken
        );
        return new RedeliveryResult.Accepted(row.Id, now);
    }

    [LoggerMessage(2620, LogLevel.Warning, "A request to deliver events again could not be written; the caller repeats it")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
