using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>The gateway's certificate and private key: from a file, or made for this run when none is given.</summary>
internal sealed class GatewayKey(Func<X509Certificate2> load) : IDisposable
{
    private readonly Lazy<X509Certificate2> _certificate = new(load);
    private readonly Lock _decryption = new();

    public string CertificatePem => _certificate.Value.ExportCertificatePem();

    public static GatewayKey From(SimulatorOptions options, TimeProvider time)
    {
        if (options.GatewayPfx is not { } path)
            return new GatewayKey(() => MakeForThisRun(time));
        var loaded = X509CertificateLoader.LoadPkcs12FromFile(path, options.GatewayPfxPassword);
        return new GatewayKey(() => loaded);
    }

    /// <returns>False when no recipient of the message is this key.</returns>
    public bool Decrypt(EnvelopedCms cms)
    {
        using var privateKey = _certificate.Value.GetRSAPrivateKey();
        if (privateKey is null)
            return false;
        lock (_decryption)
            cms.Decrypt(cms.RecipientInfos[0], privateKey);
        return true;
    }

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
            _certificate.Value.Dispose();
    }

    private static X509Certificate2 MakeForThisRun(TimeProvider time)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=gateway.simulator", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
