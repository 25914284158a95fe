using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Fuzz.Parties;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.Jose;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;
using EnvelopeKind = TwoC2P.Envelopes.EnvelopeKind;
using PublicKey = TwoC2P.Simulator.Jose.PublicKey;

namespace Fuzz.Differential;

/// <summary>The simulator's own services, with the keys of the vectors. It listens to nobody: its messages are handed to it.</summary>
internal sealed class SimulatorSide : IAsyncDisposable
{
    public const string MerchantId = "JT01";

    public static readonly FaultPlan NoFaults = new(null, []);

    private readonly WebApplication app;
    private readonly Base64Envelope base64 = new();
    private readonly Pkcs7Envelope pkcs7 = new(new GatewayKey(() => SampleKeys.GatewayCms));

    public SimulatorSide()
    {
        var time = new FakeTimeProvider(ClientUnderTest.Now);
        app = SimulatorApp.Create([], time);
        var merchants = app.Services.GetRequiredService<MerchantDirectory>();
        merchants.Register(MerchantId, SampleKeys.Secret);
        merchants.RegisterCertificate(MerchantId, SampleKeys.MerchantCms);
        Merchant = merchants.Find(MerchantId)!;

        var keys = MerchantKeys.From(new SimulatorOptions());
        keys.Upload(MerchantId, new PublicKey("first", SampleKeys.PublicOf(SampleKeys.MerchantJose)), asDefault: true);
        Jose = new JoseEnvelope(new GatewayKeyPair(GatewayCertificate, time), keys);
    }

    public Merchant Merchant { get; }

    public JoseEnvelope Jose { get; }

    public QuickPayApi QuickPay => app.Services.GetRequiredService<QuickPayApi>();

    public IRootElement Root(string name) => app.Services.GetServices<IRootElement>().Single(root => root.Name == name);

    public IEnvelope Envelope(EnvelopeKind kind) =>
        kind switch
        {
            EnvelopeKind.Base64 => base64,
            EnvelopeKind.Pkcs7 => pkcs7,
            EnvelopeKind.Jose => Jose,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static X509Certificate2 GatewayCertificate() =>
        new CertificateRequest(
            "CN=gateway.test",
            SampleKeys.GatewayJose,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(ClientUnderTest.Now, ClientUnderTest.Now.AddYears(1));
}
