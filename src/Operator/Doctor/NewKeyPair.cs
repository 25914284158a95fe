using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Operator.Doctor;

/// <summary>A key pair of the new generation: 2048-bit RSA, the public half in a self-signed X.509 certificate, which is what 2C2P's portal takes.</summary>
internal sealed class NewKeyPair
{
    private const int Bits = 2048;
    private const int Years = 2;
    private readonly string _merchantId;
    private readonly string _privatePem;

    private NewKeyPair(string merchantId, string privatePem, string certificatePem)
    {
        _merchantId = merchantId;
        _privatePem = privatePem;
        CertificatePem = certificatePem;
    }

    /// <summary>What is uploaded.</summary>
    public string CertificatePem { get; }

    public static NewKeyPair Make(string merchantId, TimeProvider time)
    {
        using var key = RSA.Create(Bits);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(merchantId);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return new NewKeyPair(merchantId, key.ExportPkcs8PrivateKeyPem(), certificate.ExportCertificatePem());
    }

    /// <summary>Writes the private half, for its owner only; an existing file is never overwritten.</summary>
    /// <exception cref="IOException">There is such a file.</exception>
    public void WritePrivateKey(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(_privatePem));
    }

    /// <summary>The public half and what to do with both.</summary>
    public string Instructions(string privateKeyPath) =>
        $"""
            {CertificatePem}

            1. Upload the certificate above in 2C2P's portal: Account, Options, Merchant Public Keys. Set it as default.
            2. Store the private key: az keyvault secret set --vault-name <vault> --name {_merchantId}-jose-key --file {privateKeyPath} --encoding utf-8 --output none
               and delete the file.
            3. Fetch 2C2P's key in the portal: Account, Options, 2C2P Public Keys, JWE. Store it as {_merchantId}-gateway-jose-key.
            4. Run: operator doctor --merchant {_merchantId}
            """;
}
