using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentOperations;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>The app's own parts over Azurite, with a gateway that answers at once, or as late as 2C2P does.</summary>
internal sealed class LoadWorld : IAsyncDisposable
{
    // Worlds share a storage account: no invoice may come twice.
    private static int _number;

    private readonly ServiceProvider _services;
    private readonly Lifetime _host = new();

    /// <param name="connection">The storage account's.</param>
    /// <param name="delay">How much later every storage call is answered.</param>
    /// <param name="gatewayDelay">How much later the gateway answers.</param>
    /// <param name="gateway">Another gateway than <see cref="Gateway"/>.</param>
    public LoadWorld(string connection, TimeSpan delay, TimeSpan gatewayDelay = default, IPaymentActionClient? gateway = null)
    {
        Latency = new Latency(delay);
        GatewayDelay = gatewayDelay;
        Merchant = new Merchant
        {
            Id = new MerchantId("LOAD"),
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new Uri("https://gateway.invalid/PaymentProcess.aspx"),
            TimeZone = TimeZoneInfo.Utc,
        };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["AzureWebJobsStorage"] = connection,
                    ["Public:BaseUrl"] = "https://pay.example.com",
                }
            )
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPaymentOperations(configuration)
            .AddSingleton<IMerchants>(new FixedMerchants(Merchant))
            .AddSingleton<IHostApplicationLifetime>(_host)
            .AddSingleton<IMerchantSecrets>(new TestSecrets())
            .AddSingleton(SlowGateway.Of(gateway ?? Gateway, gatewayDelay))
            .AddSingleton(Tables = new TableServiceClient(connection, With(new TableClientOptions())))
            .AddSingleton(
                Queues = new QueueServiceClient(
                    connection,
                    With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
                )
            )
            .AddSingleton(new BlobServiceClient(connection, With(new BlobClientOptions())))
            .BuildServiceProvider();
    }

    public Latency Latency { get; }
    public TimeSpan GatewayDelay { get; }
    public Merchant Merchant { get; }
    public GatewayModel Gateway { get; } = new();
    public TableServiceClient Tables { get; }
    public QueueServiceClient Queues { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another payment that can be refunded.</summary>
    public string NewInvoice()
    {
        var invoiceNo = $"INV-{Interlocked.Increment(ref _number)}";
        Gateway.Add(
            new GatewayPayment
            {
                InvoiceNo = invoiceNo,
                Amount = Money.FromAmount(100m),
                Status = "S",
                IsCard = true,
            }
        );
        return invoiceNo;
    }

    /// <summary>Accepts the first refund of an invoice.</summary>
    /// <param name="invoiceNo">The payment.</param>
    /// <param name="repeats">How often it is asked again where storage was not to be had, as callers do.</param>
    public async Task<OperationId> AcceptAsync(string invoiceNo, int repeats = 0)
    {
        var command = new AcceptCommand
        {
            Merchant = Merchant,
            Kind = OperationKind.Refund,
            InvoiceNo = InvoiceNo.Parse(invoiceNo),
            Amount = Money.FromAmount(10m),
            IdempotencyKey = invoiceNo,
            Fingerprint = invoiceNo,
            ApiKeyId = "load",
        };
        var result = await Get<IOperationIntake>().AcceptAsync(command);
        for (; result is AcceptResult.Unavailable && repeats > 0; repeats--)
            result = await Get<IOperationIntake>().AcceptAsync(command);
        return result is AcceptResult.Accepted { Operation.Id: var id }
            ? id
            : throw new InvalidOperationException($"It was not accepted: {result}");
    }

    /// <summary>Runs an operation as the queue's function does.</summary>
    public Task RunAsync(string invoiceNo, OperationId id) =>
        Get<IOperationRunner>()
            .RunAsync(new OperationMessage(Merchant.Id.Text, invoiceNo, id.ToString()), "refunds queue", CancellationToken.None);

    /// <summary>Makes the tables and queues of a new account.</summary>
    public static Task CreateLayoutAsync(string connection) =>
        StorageLayout.CreateAsync(
            new TableServiceClient(connection),
            new QueueServiceClient(connection),
            new BlobServiceClient(connection)
        );

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _host.Dispose();
    }

    private T With<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(Latency, HttpPipelinePosition.PerCall);
        return options;
    }
}
