using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Protocol;

namespace Fuzz.Parties;

/// <summary>The client as the app has it, but for the network: whatever it sends, it is answered with the bytes that were set.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The time of every execution: an input means the same whenever it is tried again.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private readonly Wire wire = new();
    private readonly ServiceProvider services;

    public ClientUnderTest()
    {
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(Now)).AddTwoC2P();
        collection.AddHttpClient("TwoC2P").ConfigurePrimaryHttpMessageHandler(() => wire);
        services = collection.BuildServiceProvider();
    }

    public byte[] Answer
    {
        set => wire.Answer = value;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static GatewayMerchant Merchant(EnvelopeKind envelope) =>
        new()
        {
            MerchantId = new MerchantId("JT01"),
            Endpoint = new Uri("https://gateway.example/PaymentActionV2/PaymentAction.aspx"),
            Envelope = envelope,
            Version = "3.4",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok"),
            Keys = SampleKeys.OfMerchant,
            Protocol = new ProtocolSettings
            {
                CardTokens = { Envelope = envelope },
                RecurringPlans = { Envelope = envelope },
                InstallmentOptions = { Envelope = envelope },
            },
        };

    public void Dispose() => services.Dispose();

    private sealed class Wire : HttpMessageHandler
    {
        public byte[] Answer { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer) });
    }
}
