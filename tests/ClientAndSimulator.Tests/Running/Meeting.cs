using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Running;

/// <summary>The client as the app gets it from AddTwoC2P, as a merchant of its own at the running simulator.</summary>
internal sealed class Meeting : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly RunningSimulator simulator;
    private readonly ServiceProvider services;

    private Meeting(RunningSimulator simulator, PaymentActionMerchant merchant)
    {
        this.simulator = simulator;
        Merchant = merchant;
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddTwoC2P()
            .BuildServiceProvider(validateScopes: true);
    }

    public PaymentActionMerchant Merchant { get; }

    /// <summary>The client's clock; it moves when the test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(RunningSimulator.Now);

    public string MerchantId => Merchant.MerchantId.Text;

    /// <param name="envelope">Of Payment Action; the other XML APIs have theirs in the protocol settings, PKCS#7 by default.</param>
    public static async Task<Meeting> BeginAsync(
        RunningSimulator simulator,
        ProtocolSettings? protocol = null,
        EnvelopeKind envelope = EnvelopeKind.Pkcs7,
        string version = "3.4",
        string? secretKey = null
    )
    {
        var id = await simulator.NewMerchantAsync();
        var page = envelope is EnvelopeKind.Pkcs7 ? "PaymentAction.aspx" : "PaymentProcess.aspx";
        return new Meeting(
            simulator,
            new PaymentActionMerchant
            {
                MerchantId = new MerchantId(id),
                Endpoint = new Uri(simulator.Address, $"2C2PFrontend/PaymentActionV2/{page}"),
                Envelope = envelope,
                Version = version,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok"),
                Keys = new GatewayKeys
                {
                    SecretKeys = [new SecretKey("v1", secretKey ?? $"key-of-{id}")],
                    MerchantCertificates = [simulator.MerchantCertificate],
                    GatewayCertificate = simulator.GatewayCertificate,
                },
                Protocol = protocol ?? new ProtocolSettings(),
            }
        );
    }

    public T Client<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts a record of this merchant there: transactions, cards, plans, banks or links.</summary>
    public Task SeedAsync(string kind, JsonObject record)
    {
        record["merchantId"] = MerchantId;
        return simulator.Control.PostAsync(kind, record);
    }

    /// <summary>The gateway's own record.</summary>
    public Task<JsonNode> RecordAsync(string kind, string id) =>
        simulator.Control.ReadAsync(
            kind == "transactions"
                ? $"transactions?merchantId={MerchantId}&invoiceNo={id}"
                : $"{kind}/{id}?merchantId={MerchantId}"
        );

    public Task<bool> HasRecordAsync(string kind, string id) =>
        simulator.Control.HasAsync($"{kind}/{id}?merchantId={MerchantId}");

    /// <summary>All calls of this merchant that arrived, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> CallsAsync() =>
        [.. (await simulator.Control.ReadAsync($"calls?merchantId={MerchantId}")).AsArray().Select(call => call!)];

    /// <summary>Makes this merchant's next call go wrong.</summary>
    public Task FaultAsync(string kind, JsonObject? parameters = null)
    {
        var fault = parameters ?? [];
        fault["kind"] = kind;
        fault["match"] = new JsonObject { ["merchantId"] = MerchantId };
        return simulator.Control.PostAsync("faults", fault);
    }

    /// <summary>Gives fields of the next answer these texts, signed like any others.</summary>
    public Task SetAsync(string field, string text) =>
        FaultAsync("set-fields", new JsonObject { ["fields"] = new JsonObject { [field] = text } });

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
