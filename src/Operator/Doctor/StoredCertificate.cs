using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Operator.Doctor;

/// <summary>The certificate that a stored key came in; the app needs only its key, and keys alone never expire.</summary>
internal static class StoredCertificate
{
    /// <returns>Null when the secret holds a bare key.</returns>
    public static X509Certificate2? Of(string secret)
    {
        try
        {
            return secret.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                    ? X509Certificate2.CreateFromPem(secret)
                : secret.Contains("-----BEGIN", StringComparison.Ordinal) ? null
                : X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(secret.Trim()), password: null);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // The check of the key itself says that it cannot be read.
            return null;
        }
    }

    /// <summary>What is wrong with its dates, or null.</summary>
    public static string? Problem(X509Certificate2? certificate, DateTimeOffset now, string whose, string remedy)
    {
        if (certificate is null)
            return null;

        var (from, until) = (InUtc(certificate.NotBefore), InUtc(certificate.NotAfter));
        if (until < now)
            return $"{whose} certificate expired on {until:yyyy-MM-dd}: {remedy}";
        return from > now ? $"{whose} certificate is valid only from {from:yyyy-MM-dd}: {remedy}" : null;
    }

    private static DateTimeOffset InUtc(DateTime local) => new(local.ToUniversalTime());
}
