using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TwoC2P.Simulator.Jose;

/// <summary>A key that a merchant uploaded in the portal.</summary>
internal sealed record PublicKey(string Name, RSA Key)
{
    /// <returns>Null when the text is neither an X.509 certificate nor a public key in PEM form.</returns>
    public static PublicKey? TryRead(string name, string pem)
    {
        try
        {
            if (pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
            {
                using var certificate = X509Certificate2.CreateFromPem(pem);
                return certificate.GetRSAPublicKey() is { } key ? new PublicKey(name, key) : null;
            }

            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new PublicKey(name, rsa);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            // The caller says what a key looks like.
            return null;
        }
    }
}
