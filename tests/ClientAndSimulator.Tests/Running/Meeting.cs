using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.Protocol;

namespace ClientAndSimulator.Tests.Running;

/// <summary>The client as the app gets it from AddTwoC2P, as a merchant of its own at the running simulator.</summary>
internal sealed class Meeting : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly RunningSimulator simulator;
    private readonly ServiceProvider services;

    private Meeting(RunningSimulator simulator, GatewayMerchant merchant, ILoggerProvider? logs)
    {
        this.simulator = simulator;
        Merchant = merchant;
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging =>
            {
                if (logs is not null)
                    logging.AddProvider(logs);
            })
            .AddTwoC2P()
            .BuildServiceProvider(validateScopes: true);
    }

    public GatewayMerchant Merchant { get; }

    /// <summary>The client's clock; it moves when the test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(RunningSimulator.Now);

    public string MerchantId => Merchant.MerchantId.Text;

    /// <param name="envelope">Of Payment Action; the other XML APIs have theirs in the protocol settings, PKCS#7 by default.</param>
    public static async Task<Meeting> BeginAsync(
        RunningSimulator simulator,
        ProtocolSettings? protocol = null,
        EnvelopeKind envelope = EnvelopeKind.Pkcs7,
        string version = "3.4",
        string? secretKey = null,
        RSA? joseKey = null,
        string? keyId = null,
        bool sendsIdempotencyId = false,
        ShadowWire? shadow = null,
        ILoggerProvider? logs = null
    )
    {
        var id = await simulator.NewMerchantAsync();
        return new Meeting(
            simulator,
            new GatewayMerchant
            {
                MerchantId = new MerchantId(id),
                Endpoint = new Uri(simulator.Address, $"2C2PFrontend/{PathOf(envelope)}"),
                Envelope = envelope,
                Version = version,
                SendsIdempotencyId = sendsIdempotencyId,
                Shadow = shadow,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok"),
                Keys = new GatewayKeys
                {
                    SecretKeys = [new SecretKey("v1", secretKey ?? $"key-of-{id}")],
                    MerchantCertificates = [simulator.MerchantCertificate],
                    GatewayCertificate = simulator.GatewayCertificate,
                    Jose = new JoseKeys
                    {
                        Merchant = [new JoseKey("v1", joseKey ?? simulator.MerchantJoseKey)],
                        Gateway = [new JoseKey("v1", simulator.GatewayJoseCertificate.GetRSAPublicKey()!)],
                        KeyId = keyId,
                    },
                },
                Protocol = protocol ?? new ProtocolSettings(),
            },
            logs
        );
    }

    /// <summary>A merchant that speaks the new generation throughout.</summary>
    /// <param name="simulator">The gateway.</param>
    /// <param name="joseKey">Another key than the uploaded one.</param>
    /// <param name="keyId">What the key is called by requests.</param>
    /// <param name="sendsIdempotencyId">The merchant's setting.</param>
    public static Task<Meeting> BeginJoseAsync(
        RunningSimulator simulator,
        RSA? joseKey = null,
        string? keyId = null,
        bool sendsIdempotencyId = false
    )
    {
        var protocol = new ProtocolSettings
        {
            CardTokens = { Envelope = EnvelopeKind.Jose },
            RecurringPlans = { Envelope = EnvelopeKind.Jose },
            InstallmentOptions = { Envelope = EnvelopeKind.Jose, Version = "2.2" },
        };
        return BeginAsync(simulator, protocol, EnvelopeKind.Jose, "4.3", null, joseKey, keyId, sendsIdempotencyId);
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

    /// <summary>Does something with this merchant's keys in 2C2P's portal: <c>keys/{name}</c>, <c>default/{name}</c> or <c>reader/{name}</c>.</summary>
    public Task PortalAsync(string path, string pem) =>
        simulator.Control.PutTextAsync($"jose/merchants/{MerchantId}/{path}", pem);

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

    private static string PathOf(EnvelopeKind envelope) =>
        envelope switch
        {
            EnvelopeKind.Jose => "PaymentAction/2.0/action",
            EnvelopeKind.Pkcs7 => "PaymentActionV2/PaymentAction.aspx",
            _ => "PaymentActionV2/PaymentProcess.aspx",
        };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
