using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Sandbox;
using Sandbox.Certificates;
using Sandbox.KeyVault;

namespace EndToEnd.Tests.Worlds;

/// <summary>The key pairs of the merchants of the tests that encrypt or sign, one each: what is sealed for one must mean nothing to another.</summary>
internal static class MerchantKeys
{
    private static readonly ConcurrentDictionary<string, X509Certificate2> Certificates = new(StringComparer.Ordinal);

    /// <summary>Registers the public half at the simulator.</summary>
    public static IEnumerable<string> ArgumentsOf(WorldMerchant merchant) =>
        merchant.Envelope switch
        {
            Envelopes.Pkcs7 => ["--merchant-cert", $"{merchant.Id}={FileOf(merchant)}"],
            Envelopes.Jose => ["--merchant-jose-cert", $"{merchant.Id}={FileOf(merchant)}"],
            _ => [],
        };

    /// <summary>Gives the private half to the app, and what 2C2P signs with.</summary>
    public static void Add(KeyVaultEmulator vault, WorldMerchant merchant, SandboxEnvironment sandbox)
    {
        if (merchant.Envelope == Envelopes.Base64)
            return;

        var pfx = Convert.ToBase64String(CertificateOf(merchant).Export(X509ContentType.Pfx));
        if (merchant.Envelope == Envelopes.Pkcs7)
            vault.SetSecret($"{merchant.Id}-private-key", pfx);
        if (merchant.Envelope != Envelopes.Jose)
            return;

        vault.SetSecret($"{merchant.Id}-jose-key", pfx);
        vault.SetSecret($"{merchant.Id}-gateway-jose-key", File.ReadAllText(sandbox.Folder.GatewayJoseCertificatePem));
    }

    /// <summary>A second key pair, in the form of the secret that holds it, and its certificate.</summary>
    public static (string Secret, string CertificatePem) Another(WorldMerchant merchant)
    {
        using var certificate = MessageCertificate.Create($"{merchant.Id} again", TimeProvider.System);
        return (Convert.ToBase64String(certificate.Export(X509ContentType.Pfx)), certificate.ExportCertificatePem());
    }

    private static X509Certificate2 CertificateOf(WorldMerchant merchant) =>
        Certificates.GetOrAdd(merchant.Id, id => MessageCertificate.Create(id, TimeProvider.System));

    private static string FileOf(WorldMerchant merchant)
    {
        var path = Path.Combine(Path.GetTempPath(), $"e2e-{Environment.ProcessId}-{merchant.Id}.pem");
        File.WriteAllText(path, CertificateOf(merchant).ExportCertificatePem());
        return path;
    }
}
