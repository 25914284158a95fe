using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Hosting;

namespace ClientAndSimulator.Tests.Running;

/// <summary>One simulator on a port of its own for all tests. They stay apart by their merchants.</summary>
public sealed class RunningSimulator : IAsyncLifetime
{
    /// <summary>The time of both sides when a test begins: noon in Bangkok, so that no test crosses a day.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private WebApplication? app;
    private int merchants;

    public SimulatorControl Control { get; private set; } = null!;

    public Uri Address => new(app!.Urls.First());

    /// <summary>What requests are encrypted to.</summary>
    public X509Certificate2 GatewayCertificate { get; private set; } = null!;

    /// <summary>What answers are encrypted to; all merchants share it.</summary>
    public X509Certificate2 MerchantCertificate { get; } = NewCertificate();

    /// <summary>The gateway's key of the new generation.</summary>
    public X509Certificate2 GatewayJoseCertificate { get; private set; } = null!;

    /// <summary>The merchants' key of the new generation; all share it.</summary>
    public RSA MerchantJoseKey { get; } = RSA.Create(2048);

    public async ValueTask InitializeAsync()
    {
        app = SimulatorApp.Create(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:TwoC2P", "Warning"],
            new FakeTimeProvider(Now)
        );
        await app.StartAsync();
        Control = new SimulatorControl(Address);
        GatewayCertificate = X509Certificate2.CreateFromPem(await Control.GatewayCertificateAsync());
        GatewayJoseCertificate = X509Certificate2.CreateFromPem(await Control.GatewayJoseCertificateAsync());
    }

    /// <summary>A merchant that no other test uses.</summary>
    /// <returns>Its id; its key is <c>key-of-</c> and the id.</returns>
    public async Task<string> NewMerchantAsync()
    {
        var id = $"MEET{Interlocked.Increment(ref merchants)}";
        await Control.RegisterAsync(id, $"key-of-{id}", MerchantCertificate.ExportCertificatePem());
        await Control.UploadAsync(id, MerchantJoseKey.ExportSubjectPublicKeyInfoPem());
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        GatewayCertificate.Dispose();
        MerchantCertificate.Dispose();
        GatewayJoseCertificate.Dispose();
        MerchantJoseKey.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=merchant.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
    }
}
