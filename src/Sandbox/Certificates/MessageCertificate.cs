using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sandbox.Certificates;

/// <summary>Makes self-signed RSA certificates that messages are encrypted to and signed with.</summary>
internal static class MessageCertificate
{
    /// <summary>A certificate with its private key, valid for ten years from yesterday.</summary>
    public static X509Certificate2 Create(string commonName, TimeProvider time)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DigitalSignature, critical: true)
        );
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
    }
}
