using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentOperations.Merchants.Vault;

/// <summary>
/// Imports certificates, once per version of their secret. They are never disposed: a call that runs may still be using the
/// one that has just been replaced.
/// </summary>
internal static class Certificates
{
    /// <summary>Base64 of a PFX without a password, as Key Vault itself exports certificates. Null: it is not one, or has no RSA key.</summary>
    public static X509Certificate2? Pfx(VaultSecret secret)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(secret.Value.Trim()), password: null);
            using var key = certificate.GetRSAPrivateKey();
            return key is null ? null : certificate;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // The caller reports the version; the text itself must not get into a message.
            return null;
        }
    }

    /// <summary>A PEM certificate. Null: it is not one, or has no RSA key.</summary>
    public static X509Certificate2? Pem(VaultSecret secret)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(secret.Value);
            using var key = certificate.GetRSAPublicKey();
            return key is null ? null : certificate;
        }
        catch (CryptographicException)
        {
            // As above.
            return null;
        }
    }
}
