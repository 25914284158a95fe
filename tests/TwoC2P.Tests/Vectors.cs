using System.Security.Cryptography.X509Certificates;

namespace TwoC2P.Tests;

/// <summary>The files in Vectors/: hash vectors, the published field table, and envelopes made with OpenSSL.</summary>
internal static class Vectors
{
    public const string SecretKey = "7jYcp4FxFdf0";

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static X509Certificate2 Pfx(string name) =>
        X509CertificateLoader.LoadPkcs12FromFile(PathOf($"pkcs7/{name}.pfx"), "2c2p", X509KeyStorageFlags.EphemeralKeySet);

    public static X509Certificate2 Certificate(string name) =>
        X509CertificateLoader.LoadCertificateFromFile(PathOf($"pkcs7/{name}.cert.pem"));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Vectors", name);
}
