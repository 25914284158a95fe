using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sandbox.Certificates;

namespace Sandbox.Files;

/// <summary>The folder <c>.sandbox</c>: keys and certificates, made on the first run and kept. What one run of the sandbox leaves is in a <see cref="RunFolder"/> of its own.</summary>
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
        try
        {
            PrivateFile.CreateFolder(folder.Path);
            folder.MakeWhatIsMissing();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder.Path, e);
        }
    }

    /// <summary>The folder of a run, by the app's port: sandboxes beside each other do not disturb each other.</summary>
    public RunFolder Run(int appPort)
    {
        var path = In(appPort.ToString(CultureInfo.InvariantCulture));
        try
        {
            return RunFolder.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, e);
        }
    }

    /// <summary>The folders of all runs that there were.</summary>
    internal IEnumerable<RunFolder> Runs() =>
        Directory
            .GetDirectories(Path)
            .Where(path => System.IO.Path.GetFileName(path).All(char.IsAsciiDigit))
            .Select(RunFolder.At);

    /// <summary>Path of a merchant's public certificate, which answers are encrypted to.</summary>
    public string MerchantCertificatePem(string merchantId) => CertificatePem(merchantId);

    /// <summary>Path of a merchant's public certificate of the new generation.</summary>
    public string MerchantJoseCertificatePem(string merchantId) => CertificatePem(JoseName(merchantId));

    /// <summary>Path of a merchant's certificate with its private key.</summary>
    public string MerchantPfx(string merchantId) => Pfx(merchantId);

    internal X509Certificate2 LoadVaultCertificate() => Load(VaultName);

    /// <summary>A merchant's PFX in the form that Key Vault gives certificates out: Base64, without a password.</summary>
    internal string MerchantPfxForVault(string merchantId) => ForVault(merchantId);

    /// <summary>The same for its key pair of the new generation.</summary>
    internal string MerchantJosePfxForVault(string merchantId) => ForVault(JoseName(merchantId));

    private void MakeWhatIsMissing()
    {
        MakeIfMissing(VaultName, LoopbackCertificate.Create);
        MakeIfMissing(GatewayName, time => MessageCertificate.Create("2C2P gateway (sandbox)", time));
        MakeIfMissing(GatewayJoseName, time => MessageCertificate.Create("2C2P gateway for tokens (sandbox)", time));
        foreach (var merchant in SandboxMerchant.All)
        {
            MakeIfMissing(merchant.Id, time => MessageCertificate.Create($"{merchant.Id} (sandbox)", time));
            if (merchant.SpeaksInTokens)
                MakeIfMissing(
                    JoseName(merchant.Id),
                    time => MessageCertificate.Create($"{merchant.Id} for tokens (sandbox)", time)
                );
        }
    }

    private static SandboxFolderException NotWritable(string path, Exception e) =>
        new($"The sandbox keeps its keys and logs in {path}, which cannot be written: {e.Message.TrimEnd('.')}.", e);

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
