using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>Delivers what is outstanding of one invoice, in order. One worker at a time has the lease; who lost it writes nothing more.</summary>
internal sealed partial class InvoiceDelivery(
    EventLedger ledger,
    DeliveryHints hints,
    DeliveryQueue queue,
    IMerchantSecrets secrets,
    WebhookClient client,
    DeliveryMetrics metrics,
    EventTimes times,
    TimeProvider time,
    ILogger<InvoiceDelivery> logger
)
{
    private const int MostPerRun = 20;
    private const int MostAttemptsKept = 30;
    private const int BusyRepeats = 5;

    // Longer than a deployment takes, and what was begun before it.
    private static readonly TimeSpan SettingsDiffer = TimeSpan.FromHours(1);

    public async Task RunAsync(Merchant merchant, InvoiceNo invoiceNo, int repeat, CancellationToken stopping)
    {
        // Read before the ledger: what is announced later changes it, and then it is not forgotten below.
        if (await hints.FindAsync(merchant.Id, invoiceNo, CancellationToken.None) is not { } hint)
            return;

        var partition = TableKey.Invoice(merchant.Id, invoiceNo);
        var row = await ledger.ReadDeliveryAsync(partition, CancellationToken.None);
        var now = time.GetUtcNow();
        if (merchant.Webhook is not { } webhook)
        {
            await LeaveAsync(hint, row, now);
            return;
        }

        if (row.LeasedUntil > now)
        {
            await WaitForLeaseAsync(hint, row, repeat);
            return;
        }

        if (row.NotBefore > now)
        {
            await hints.TryPutOffAsync(hint, row.NotBefore.Value + times.FirstCheck, CancellationToken.None);
            return;
        }

        // What can fail without the receiver fails before anybody else is kept waiting.
        var keys = await secrets.GetWebhookSecretsAsync(merchant.Id, CancellationToken.None);
        if (await LeaseAsync(partition, row) is not { } leased)
        {
            await WaitForLeaseAsync(hint, row, repeat);
            return;
        }

        await DeliverAsync(new Turn(merchant, webhook, keys, hint, partition), leased, stopping);
    }

    private sealed record Turn(
        Merchant Merchant,
        WebhookEndpoint Webhook,
        IReadOnlyList<WebhookSecret> Keys,
        DeliveryHint Hint,
        string Partition
    );

    private async Task DeliverAsync(Turn turn, DeliveryRow row, CancellationToken stopping)
    {
        PaymentEventId? last = null;
        for (var count = 0; count < MostPerRun && !stopping.IsCancellationRequested; )
        {
            var limit = MostPerRun - count;
            var due = await DueAsync(turn.Partition, row, limit);
            foreach (var head in due)
            {
                count++;
                var isLast = head == due[^1] && due.Count < limit && row.Again.Count == 0;
                if (await TryAsync(turn, row, head, isLast) is not { } tried)
                    return;

                if (tried.NotBefore is { } notBefore)
                {
                    await GoOnLaterAsync(turn, tried, notBefore - time.GetUtcNow());
                    return;
                }

                (row, last) = (tried, head.Event.Id);
            }

            if (due.Count == 0 || row.LeasedUntil is null)
            {
                await RestAsync(turn, row, last);
                return;
            }
        }

        await GoOnLaterAsync(turn, row, TimeSpan.Zero);
    }

    /// <summary>The events whose turn it is, in order.</summary>
    private async Task<IReadOnlyList<EventRow>> DueAsync(string partition, DeliveryRow row, int limit)
    {
        var events = await ledger.ReadAsync(partition, row.Head, row.Again.Count > 0 ? 1 : limit, CancellationToken.None);
        return events is [var first, ..] && first.Event.Order == row.Head ? events : [];
    }

    /// <summary>One attempt, and the row after it; null when the lease was lost.</summary>
    private async Task<DeliveryRow?> TryAsync(Turn turn, DeliveryRow row, EventRow head, bool isLast)
    {
        var (result, attempt) = await client.PostAsync(
            turn.Merchant,
            turn.Webhook,
            turn.Keys,
            head.Event,
            CancellationToken.None
        );
        var now = time.GetUtcNow();
        // The event waits as after a failure, so that it comes ever more rarely; it is given up only by an attempt.
        if (result is DeliveryResult.NotTried)
            return await WriteAsync(turn, Failed(row, now), head, outcome: null);

        var attempted = head with { Attempts = [.. head.Attempts.TakeLast(MostAttemptsKept - 1), attempt] };
        var since = row.Again.Count > 0 ? row.AgainSince ?? now : head.Event.At;
        var isGivenUp =
            result is DeliveryResult.Gone || (result is not DeliveryResult.Delivered && now - since >= times.GiveUpAfter);
        var (next, outcome) = result switch
        {
            DeliveryResult.Delivered => (row.Past(), attempted with { DeliveredAt = now, UndeliveredAt = null }),
            _ when isGivenUp => (row.Past(), attempted with { UndeliveredAt = now }),
            _ => (Failed(row, now), attempted),
        };
        // What is committed while the last one is delivered has a pointer of its own.
        next = next with
        {
            LeasedUntil = isLast || next.NotBefore is not null ? null : now + times.Lease,
        };
        if (await WriteAsync(turn, next, head, outcome) is not { } written)
            return null;

        metrics.Attempted(WebhookClient.WordOf(result));
        if (isGivenUp)
        {
            metrics.GivenUp();
            LogGivenUp(logger, turn.Merchant.Id.Text, head.Event.Id, head.Event.Type, attempted.Attempts.Count);
        }
        else if (result is not DeliveryResult.Delivered)
            LogFailed(logger, turn.Merchant.Id.Text, head.Event.Id, WebhookClient.WordOf(result), attempt.Status);

        return written;
    }

    private DeliveryRow Failed(DeliveryRow row, DateTimeOffset now) =>
        row.Failed(now, DeliverySchedule.JitteredWaitAfter(row.Failures + 1, times)) with
        {
            LeasedUntil = null,
        };

    private async Task<DeliveryRow?> WriteAsync(Turn turn, DeliveryRow next, EventRow head, EventRow? outcome)
    {
        var written = await ledger.TryWriteAsync(turn.Partition, next, outcome, CancellationToken.None);
        if (written is null)
            LogNotWritten(logger, head.Event.Id);
        return written;
    }

    /// <summary>Nothing is outstanding. The hint goes, unless more may still come.</summary>
    private async Task RestAsync(Turn turn, DeliveryRow row, PaymentEventId? last)
    {
        if (row.LeasedUntil is not null && await ReleaseAsync(turn.Partition, row) is null)
            return;

        if (turn.Hint.Announced is { } announced && announced.Id != last && !await IsPastAsync(turn, announced, row))
        {
            var decided = announced.Id.CreatedAt + times.ListedAfter;
            if (time.GetUtcNow() < decided)
            {
                await hints.TryPutOffAsync(turn.Hint, decided, CancellationToken.None);
                return;
            }

            if (await ledger.DecideFromAsync(turn.Partition, row.Next, CancellationToken.None))
            {
                await GoOnLaterAsync(turn, row with { LeasedUntil = null }, TimeSpan.Zero);
                return;
            }
        }

        await hints.TryForgetAsync(turn.Hint, CancellationToken.None);
    }

    // Whoever announces a later event has seen this one committed. One that never came to be says nothing of what others announced before it.
    private async Task<bool> IsPastAsync(Turn turn, EventPointer announced, DeliveryRow row) =>
        announced.Order < row.Next && await ledger.FindAsync(turn.Merchant.Id, announced, CancellationToken.None) is not null;

    /// <summary>The merchant has no webhook, or none that this instance knows of: while settings change, instances differ.</summary>
    private Task LeaveAsync(DeliveryHint hint, DeliveryRow row, DateTimeOffset now)
    {
        DateTimeOffset?[] noted = [hint.Announced?.Id.CreatedAt, row.AgainSince];
        return noted.Max() + SettingsDiffer > now
            ? hints.TryPutOffAsync(hint, now + times.FirstCheck, CancellationToken.None)
            : hints.TryForgetAsync(hint, CancellationToken.None);
    }

    private async Task GoOnLaterAsync(Turn turn, DeliveryRow row, TimeSpan delay)
    {
        if (row.LeasedUntil is not null && await ReleaseAsync(turn.Partition, row) is null)
            return;

        await hints.TryPutOffAsync(turn.Hint, time.GetUtcNow() + delay + times.FirstCheck, CancellationToken.None);
        await queue.SendAsync(PointerOf(turn.Hint), delay, CancellationToken.None);
    }

    private Task<DeliveryRow?> LeaseAsync(string partition, DeliveryRow row) =>
        ledger.TryWriteAsync(
            partition,
            row with
            {
                LeasedUntil = time.GetUtcNow() + times.Lease,
            },
            attempted: null,
            CancellationToken.None
        );

    private Task<DeliveryRow?> ReleaseAsync(string partition, DeliveryRow row) =>
        ledger.TryWriteAsync(partition, row with { LeasedUntil = null }, attempted: null, CancellationToken.None);

    // What the pointer came for may be an event that the other worker does not see any more.
    private async Task WaitForLeaseAsync(DeliveryHint hint, DeliveryRow row, int repeat)
    {
        if (repeat < BusyRepeats)
            await queue.SendAsync(PointerOf(hint) with { Repeat = repeat + 1 }, times.PutOff, CancellationToken.None);
        else
            await hints.TryPutOffAsync(hint, (row.LeasedUntil ?? time.GetUtcNow()) + times.PutOff, CancellationToken.None);
    }

    private static DeliveryMessage PointerOf(DeliveryHint hint) => new(hint.MerchantId.Text, hint.InvoiceNo.Text);

    [LoggerMessage(
        2601,
        LogLevel.Warning,
        "Merchant {MerchantId}: event {EventId} was not delivered ({Result}, status {Status}); it is tried again"
    )]
    private static partial void LogFailed(ILogger logger, string merchantId, PaymentEventId eventId, string result, int? status);

    [LoggerMessage(
        2602,
        LogLevel.Error,
        "Merchant {MerchantId}: event {EventId} ({Type}) could not be delivered and is given up after {Attempts} attempt(s)"
    )]
    private static partial void LogGivenUp(
        ILogger logger,
        string merchantId,
        PaymentEventId eventId,
        EventType type,
        int attempts
    );

    [LoggerMessage(
        2603,
        LogLevel.Information,
        "Event {EventId}: what came of an attempt was not written, because another worker goes on; it may be delivered twice"
    )]
    private static partial void LogNotWritten(ILogger logger, PaymentEventId eventId);
}
