using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Support;

/// <summary>The money's parts as the app wires them, over real tables and queues, with a clock and a gateway that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    private static int _merchants;
    private readonly ServiceProvider _services;
    private readonly TappedStorage _storage;
    private int _keys;

    private World(
        string connection,
        Action<OperationTimes>? times,
        Func<Merchant, Merchant>? merchant,
        TimeProvider? clock,
        GatewayModel? gateway = null
    )
    {
        Connection = connection;
        _storage = new TappedStorage(connection);
        Gateway = gateway ?? new GatewayModel();
        var id = new MerchantId($"M{Environment.ProcessId}x{Interlocked.Increment(ref _merchants)}");
        var plain = new Merchant
        {
            Id = id,
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new Uri("https://gateway.invalid/PaymentProcess.aspx"),
            TimeZone = TimeZoneInfo.Utc,
        };
        Merchant = merchant is null ? plain : merchant(plain);
        Time = clock as FakeTimeProvider ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = connection,
            ["Public:BaseUrl"] = "https://pay.example.com",
            ["Reconciliation:Pace"] = "00:00:00",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock ?? Time).AddPaymentOperations(configuration);
        services.AddSingleton<IMerchants>(new FixedMerchants(Merchant));
        services.AddSingleton<IHostApplicationLifetime>(Host);
        services.AddSingleton<IMerchantSecrets>(Secrets);
        services.AddSingleton<IPaymentActionClient>(Gateway);
        services.AddSingleton<IWebhookFormat, PlainWebhookFormat>();
        services.AddSingleton<INotificationReader>(Notifications);
        services.AddSingleton(_storage.NewTables());
        services.AddSingleton(_storage.NewQueues());
        services.AddSingleton(_storage.NewBlobs());
        if (times is not null)
            services.Configure(times);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The storage account's.</summary>
    public string Connection { get; }

    public Merchant Merchant { get; }
    public FakeTimeProvider Time { get; }
    public GatewayModel Gateway { get; }
    public Lifetime Host { get; } = new();
    public TestSecrets Secrets { get; } = new();
    public FixedNotifications Notifications { get; } = new();

    /// <summary>Around the SDK's retries: an exception here is the process dying.</summary>
    public StorageTap Storage => _storage.Calls;

    /// <summary>Inside the SDK's retries: an exception here is the network's.</summary>
    public StorageTap Wire => _storage.Wire;

    /// <summary>Called with every message that is on a queue.</summary>
    public Action<Request> Queued
    {
        get => _storage.Queued;
        set => _storage.Queued = value;
    }

    public IReadOnlyList<SentPointer> Pointers => _storage.Pointers;
    public OperationTimes Times => Get<OperationTimes>();
    public InvoiceLedger Ledger => Get<InvoiceLedger>();
    public LedgerTables Tables => Get<LedgerTables>();
    public IOperationReader Reader => Get<IOperationReader>();

    public static World Start(
        LedgerStorage storage,
        Action<OperationTimes>? times = null,
        Func<Merchant, Merchant>? merchant = null,
        TimeProvider? clock = null
    ) => new(storage.Shared, times, merchant, clock);

    /// <summary>A world with a storage account of its own, for what sweeps or counts everything.</summary>
    public static async Task<World> StartAloneAsync(
        LedgerStorage storage,
        Action<OperationTimes>? times = null,
        Func<Merchant, Merchant>? merchant = null
    ) => new(await storage.OwnAccountAsync(), times, merchant, null);

    /// <summary>The app of the same merchant, with the same gateway and clock, on a storage account of its own.</summary>
    public static async Task<World> StartElsewhereAsync(LedgerStorage storage, World before) =>
        new(await storage.OwnAccountAsync(), null, _ => before.Merchant, before.Time, before.Gateway);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public GatewayPayment AddPayment(
        string invoiceNo = "INV-1",
        decimal amount = 100m,
        string status = "S",
        bool isCard = true
    ) =>
        Gateway.Add(
            new GatewayPayment
            {
                InvoiceNo = invoiceNo,
                Amount = Money.FromAmount(amount),
                Status = status,
                IsCard = isCard,
            }
        );

    public AcceptCommand Command(
        OperationKind kind = OperationKind.Refund,
        decimal? amount = 10m,
        string invoiceNo = "INV-1",
        string? key = null
    ) =>
        new()
        {
            Merchant = Merchant,
            Kind = kind,
            InvoiceNo = InvoiceNo.Parse(invoiceNo),
            Amount = kind == OperationKind.Void || amount is null ? null : Money.FromAmount(amount.Value),
            IdempotencyKey = key ?? $"key-{Interlocked.Increment(ref _keys)}",
            Fingerprint = $"POST /{kind} {invoiceNo} {amount}",
            ApiKeyId = "shop",
        };

    public Task<AcceptResult> AcceptAsync(AcceptCommand command) => Get<IOperationIntake>().AcceptAsync(command);

    public async Task<OperationId> RefundAsync(decimal amount = 10m, string invoiceNo = "INV-1") =>
        (await AcceptAsync(Command(OperationKind.Refund, amount, invoiceNo)))
            .ShouldBeOfType<AcceptResult.Accepted>()
            .Operation.Id;

    public async Task<OperationId> SettlementAsync(decimal amount = 100m) =>
        (await AcceptAsync(Command(OperationKind.Settlement, amount))).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;

    public OperationMessage Pointer(OperationId id, string invoiceNo = "INV-1") =>
        new(Merchant.Id.Text, invoiceNo, id.ToString());

    public async Task<OperationRow> RowAsync(OperationId id, string invoiceNo = "INV-1") =>
        (await Ledger.FindAsync(Merchant.Id, InvoiceNo.Parse(invoiceNo), id, CancellationToken.None)).ShouldNotBeNull();

    public Task<InvoiceSnapshot> SnapshotAsync(string invoiceNo = "INV-1") =>
        Ledger.ReadAsync(Merchant.Id, InvoiceNo.Parse(invoiceNo), CancellationToken.None);

    public async Task<IReadOnlyList<TableEntity>> EventsAsync(OperationId id, string invoiceNo = "INV-1")
    {
        var partition = TableKey.Invoice(Merchant.Id, InvoiceNo.Parse(invoiceNo));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {$"event-{id}-"} and RowKey lt {$"event-{id}."}"
        );
        return await Tables.Operations.QueryAsync<TableEntity>(filter).ToListAsync();
    }

    /// <summary>The rows of the transition table that the operation went through.</summary>
    public async Task<IReadOnlyList<string>> RulesAsync(OperationId id, string invoiceNo = "INV-1") =>
        [.. (await EventsAsync(id, invoiceNo)).Select(entity => entity.GetString("rule"))];

    public async Task<TableEntity?> OutstandingAsync(OperationId id)
    {
        var row = await Tables.Outstanding.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Outstanding(id, Merchant.Id),
            id.ToString()
        );
        return row.HasValue ? row.Value : null;
    }

    public async Task<TableEntity?> IndexedAsync(OperationId id)
    {
        var row = await Tables.Index.GetEntityIfExistsAsync<TableEntity>(Merchant.Id.Text, IndexKey.Operation(id));
        return row.HasValue ? row.Value : null;
    }

    public async Task<NotificationResult> CallbackAsync(string operationId, PaymentProcessResponse response)
    {
        Notifications.Next = new NotificationOutcome.Verified(response, Answers.Evidence(response));
        return await Get<INotificationIntake>()
            .ReceiveAsync(Merchant.Id.Text, operationId, new byte[] { 1 }, CancellationToken.None);
    }

    public Task AddLateAnswerAsync(OperationId id, PaymentProcessResponse response, int attempt = 1) =>
        Get<Inbox>()
            .AddAsync(id, Answers.Message(response, InboxKind.LateAnswer, attempt, Time.GetUtcNow()), CancellationToken.None);

    public async Task<IReadOnlyList<InboxMessage>> NewsAsync(OperationId id) =>
        [.. (await Get<Inbox>().ReadAsync(id, CancellationToken.None)).Messages.Where(message => !message.IsApplied)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Host.Dispose();
    }
}
