using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TwoC2P.Keys;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Imports the RSA keys of the new generation, once per version of their secret, from any form in which portals and tools give them out. They are never disposed: a call may be using them.</summary>
internal static class JoseKeyReader
{
    /// <summary>2C2P's samples and the published key sizes of JOSE: shorter ones can be broken.</summary>
    public const int MinimumBits = 2048;

    /// <summary>The merchant's key pair: PEM (PKCS#8 or PKCS#1), or Base64 of a PFX without a password. Null: it is none, has no private key, or is too short.</summary>
    public static JoseKey? Private(VaultSecret secret) =>
        ToKey(secret, IsPem(secret) ? FromPem(secret.Value) : FromPfx(secret), isPrivate: true);

    /// <summary>2C2P's public key: PEM of an X.509 certificate or of the key itself. Null: it is none or too short.</summary>
    public static JoseKey? Public(VaultSecret secret) => ToKey(secret, FromPem(secret.Value), isPrivate: false);

    private static bool IsPem(VaultSecret secret) => secret.Value.Contains("-----BEGIN ", StringComparison.Ordinal);

    private static JoseKey? ToKey(VaultSecret secret, RSA? key, bool isPrivate) =>
        key is not null && key.KeySize >= MinimumBits && (!isPrivate || HasPrivatePart(key))
            ? new JoseKey(secret.Version, key)
            : null;

    private static RSA? FromPem(string pem)
    {
        try
        {
            if (
                pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                && !pem.Contains("PRIVATE KEY", StringComparison.Ordinal)
            )
            {
                using var certificate = X509Certificate2.CreateFromPem(pem);
                return certificate.GetRSAPublicKey();
            }

            var key = RSA.Create();
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            // The caller reports the version; the text itself must not get into a message.
            return null;
        }
    }

    private static RSA? FromPfx(VaultSecret secret)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12(
                Convert.FromBase64String(secret.Value.Trim()),
                password: null,
                X509KeyStorageFlags.EphemeralKeySet
            );
            return certificate.GetRSAPrivateKey();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // As above.
            return null;
        }
    }

    // A public key imports as gladly; it could sign nothing.
    private static bool HasPrivatePart(RSA key)
    {
        try
        {
            key.SignHash(new byte[32], HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
