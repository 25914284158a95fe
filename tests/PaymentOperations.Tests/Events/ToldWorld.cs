using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Events;

/// <summary>A world whose merchant has a webhook, with a receiver behind it, and what tests ask of both.</summary>
internal sealed class ToldWorld : IAsyncDisposable
{
    private readonly Queue<DeliveryMessage> _pointers = [];

    private ToldWorld(World world, WebhookReceiver receiver)
    {
        (World, Receiver) = (world, receiver);
        World.Queued = Take;
    }

    public World World { get; }

    public WebhookReceiver Receiver { get; }

    public EventTimes Times => World.Get<EventTimes>();

    public string Secret => World.Secrets.WebhookSecrets[0].Text;

    /// <summary>Pointers that the queue would give out.</summary>
    public IReadOnlyCollection<DeliveryMessage> Pointers => _pointers;

    public static async Task<ToldWorld> StartAsync(
        LedgerStorage storage,
        bool alone = false,
        Func<Merchant, Uri, Merchant>? merchant = null
    )
    {
        var receiver = await WebhookReceiver.StartAsync();
        Merchant With(Merchant plain) =>
            merchant is null
                ? plain with
                {
                    Webhook = new WebhookEndpoint(receiver.Url, "secret"),
                }
                : merchant(plain, receiver.Url);
        var world = alone
            ? await World.StartAloneAsync(storage, merchant: With)
            : World.Start(storage, merchant: With, clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        return new ToldWorld(world, receiver);
    }

    /// <summary>Notes a pointer that was put on the queue.</summary>
    public void Take(Azure.Core.Request request)
    {
        if (request.DeliveryPointer() is not { } pointer)
            return;

        lock (_pointers)
            _pointers.Enqueue(pointer);
    }

    /// <summary>Takes the pointers that are there now.</summary>
    public IReadOnlyList<DeliveryMessage> TakeAll()
    {
        lock (_pointers)
        {
            DeliveryMessage[] all = [.. _pointers];
            _pointers.Clear();
            return all;
        }
    }

    /// <summary>Gives out all pointers, the ones that this makes too.</summary>
    public async Task DeliverAsync()
    {
        while (_pointers.TryDequeue(out var pointer))
            await World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
    }

    public Task DeliverAsync(string invoiceNo) =>
        World.Get<IEventDelivery>().RunAsync(new DeliveryMessage(World.Merchant.Id.Text, invoiceNo), CancellationToken.None);

    /// <summary>The events in the ledger, in order.</summary>
    public async Task<IReadOnlyList<EventRow>> LedgerAsync(string invoiceNo = "INV-1") =>
        await World
            .Get<EventLedger>()
            .ReadAsync(TableKey.Invoice(World.Merchant.Id, InvoiceNo.Parse(invoiceNo)), 1, 1000, CancellationToken.None);

    public Task<DeliveryRow> DeliveryAsync(string invoiceNo = "INV-1") =>
        World
            .Get<EventLedger>()
            .ReadDeliveryAsync(TableKey.Invoice(World.Merchant.Id, InvoiceNo.Parse(invoiceNo)), CancellationToken.None);

    public Task<DeliveryHint?> HintAsync(string invoiceNo = "INV-1") =>
        World.Get<DeliveryHints>().FindAsync(World.Merchant.Id, InvoiceNo.Parse(invoiceNo), CancellationToken.None);

    /// <summary>The pointers to all events, in their order.</summary>
    public async Task<IReadOnlyList<TableEntity>> IndexAsync() =>
        await World
            .Tables.Index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {World.Merchant.Id.Text}"))
            .Where(row => row.RowKey.StartsWith(IndexKey.Events, StringComparison.Ordinal))
            .ToListAsync();

    public Task<EventPage> ListAsync(PaymentEventId? after = null, int limit = EventPage.MaxItems) =>
        World.Get<IEvents>().ListAsync(World.Merchant.Id, after, limit, CancellationToken.None);

    /// <summary>The next ledger transaction that tells something waits for this.</summary>
    public void OnNextCommit(Func<Task> meanwhile)
    {
        var isAnnounced = false;
        World.Storage.Before = request =>
        {
            isAnnounced |= request.IsAnnouncement();
            if (!isAnnounced || !request.IsTransaction())
                return;
            World.Storage.Before = _ => { };
            meanwhile().GetAwaiter().GetResult();
        };
    }

    /// <summary>Tests give out pointers themselves; what stays on the real queues would keep the sweep from sweeping.</summary>
    public async Task ClearQueuesAsync()
    {
        foreach (var queue in StorageLayout.Queues)
            await World.Get<QueueServiceClient>().GetQueueClient(queue).ClearMessagesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>Gives out the pointers that are there now.</summary>
    public async Task DeliverOnceAsync()
    {
        foreach (var pointer in TakeAll())
            await World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
    }

    /// <summary>Delivers each time that something is due, for so long.</summary>
    public async Task DeliverForAsync(TimeSpan span)
    {
        var end = World.Time.GetUtcNow() + span;
        await DeliverAsync("INV-1");
        while ((await DeliveryAsync()).NotBefore is { } next && next <= end)
        {
            World.MoveTo(next);
            await DeliverAsync("INV-1");
        }
        World.MoveTo(end);
    }
}
