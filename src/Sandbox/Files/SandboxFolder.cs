using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sandbox.Certificates;

namespace Sandbox.Files;

/// <summary>The folder <c>.sandbox</c>: keys and certificates, made on the first run and kept, and the logs of the last run.</summary>
public sealed class SandboxFolder
{
    /// <summary>Password of the PFX files. It protects nothing: the files are for the sandbox only.</summary>
    public const string PfxPassword = "2c2p";

    private const string VaultName = "keyvault";
    private const string GatewayName = "gateway";
    private const string GatewayJoseName = "gateway-jose";

    private readonly TimeProvider _time;

    private SandboxFolder(string path, TimeProvider time)
    {
        Path = path;
        _time = time;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Path of the certificate that the Key Vault emulator shows.</summary>
    public string VaultCertificatePem => CertificatePem(VaultName);

    /// <summary>Path of the gateway's public certificate, which requests are encrypted to.</summary>
    public string GatewayCertificatePem => CertificatePem(GatewayName);

    /// <summary>Path of the gateway's certificate with its private key.</summary>
    public string GatewayPfx => Pfx(GatewayName);

    /// <summary>Path of the gateway's public certificate of the new generation.</summary>
    public string GatewayJoseCertificatePem => CertificatePem(GatewayJoseName);

    /// <summary>Path of the gateway's certificate of the new generation with its private key.</summary>
    public string GatewayJosePfx => Pfx(GatewayJoseName);

    /// <summary>Opens the folder; makes it, and every key that it lacks.</summary>
    public static SandboxFolder Open(string path, TimeProvider time)
    {
        var folder = new SandboxFolder(System.IO.Path.GetFullPath(path), time);
        PrivateFile.CreateFolder(folder.Path);
        PrivateFile.CreateFolder(folder.In("logs"));
        folder.MakeIfMissing(VaultName, LoopbackCertificate.Create);
        folder.MakeIfMissing(GatewayName, time => MessageCertificate.Create("2C2P gateway (sandbox)", time));
        folder.MakeIfMissing(GatewayJoseName, time => MessageCertificate.Create("2C2P gateway for tokens (sandbox)", time));
        foreach (var merchant in SandboxMerchant.All)
        {
            folder.MakeIfMissing(merchant.Id, time => MessageCertificate.Create($"{merchant.Id} (sandbox)", time));
            if (merchant.SpeaksInTokens)
                folder.MakeIfMissing(
                    JoseName(merchant.Id),
                    time => MessageCertificate.Create($"{merchant.Id} for tokens (sandbox)", time)
                );
        }
        return folder;
    }

    /// <summary>Path of a merchant's public certificate, which answers are encrypted to.</summary>
    public string MerchantCertificatePem(string merchantId) => CertificatePem(merchantId);

    /// <summary>Path of a merchant's public certificate of the new generation.</summary>
    public string MerchantJoseCertificatePem(string merchantId) => CertificatePem(JoseName(merchantId));

    /// <summary>Path of a merchant's certificate with its private key.</summary>
    public string MerchantPfx(string merchantId) => Pfx(merchantId);

    /// <summary>Path of a program's log.</summary>
    public string Log(string program) => In(System.IO.Path.Combine("logs", $"{program}.log"));

    internal X509Certificate2 LoadVaultCertificate() => Load(VaultName);

    /// <summary>A merchant's PFX in the form that Key Vault gives certificates out: Base64, without a password.</summary>
    internal string MerchantPfxForVault(string merchantId) => ForVault(merchantId);

    /// <summary>The same for its key pair of the new generation.</summary>
    internal string MerchantJosePfxForVault(string merchantId) => ForVault(JoseName(merchantId));

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    private static string JoseName(string merchantId) => $"{merchantId}-jose";

    private string ForVault(string name)
    {
        using var certificate = Load(name);
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }

    private string CertificatePem(string name) => In($"{name}.cert.pem");

    private string Pfx(string name) => In($"{name}.pfx");

    private X509Certificate2 Load(string name) =>
        X509CertificateLoader.LoadPkcs12FromFile(Pfx(name), PfxPassword, X509KeyStorageFlags.Exportable);

    private void MakeIfMissing(string name, Func<TimeProvider, X509Certificate2> make)
    {
        if (File.Exists(Pfx(name)) && File.Exists(CertificatePem(name)))
            return;
        using var certificate = make(_time);
        PrivateFile.Write(Pfx(name), certificate.Export(X509ContentType.Pkcs12, PfxPassword));
        PrivateFile.Write(CertificatePem(name), Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
    }
}
