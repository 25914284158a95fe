using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;

namespace Benchmarks;

/// <summary>Sealing and opening a message of 600 bytes in both older envelopes: PKCS#7 against the cryptography that it cannot do without, and what both leave for the garbage collector.</summary>
internal static class EnvelopeBenchmark
{
    private const int ContentBytes = 600;
    private const double MostRatio = 1.1;
    private const int MostPkcs7Bytes = 35_000;
    private const int MostBase64Bytes = 15_000;

    /// <summary>Measures and tells; false when an envelope costs too much.</summary>
    public static bool Run()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=benchmark",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var content = Encoding.ASCII.GetBytes($"<a>{new string('x', ContentBytes - 7)}</a>");
        var keys = new GatewayKeys
        {
            SecretKeys = [],
            MerchantCertificates = [certificate],
            GatewayCertificate = certificate,
        };

        var (bare, whole) = InTurns.Compare(
            () => Check(Bare(content, certificate)),
            () => Check(RoundTrip(content, EnvelopeKind.Pkcs7, keys))
        );
        var ratio = whole / bare;
        var (pkcs7, base64) = (
            Allocated(() => RoundTrip(content, EnvelopeKind.Pkcs7, keys)),
            Allocated(() => RoundTrip(content, EnvelopeKind.Base64, keys))
        );
        Console.WriteLine(
            $"PKCS#7, {ContentBytes} bytes there and back: {whole.TotalMicroseconds:N0} µs, bare EnvelopedCms {bare.TotalMicroseconds:N0} µs, {ratio:F2} times (at most {MostRatio}); {pkcs7:N0} bytes allocated (at most {MostPkcs7Bytes:N0}); in Base64 {base64:N0} (at most {MostBase64Bytes:N0})"
        );
        return ratio <= MostRatio && pkcs7 <= MostPkcs7Bytes && base64 <= MostBase64Bytes;
    }

    private static int RoundTrip(byte[] content, EnvelopeKind kind, GatewayKeys keys) =>
        Envelope.Open(Envelope.Seal(content, kind, keys), kind, keys).First().Length;

    private static int Bare(byte[] content, X509Certificate2 certificate)
    {
        var sealing = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid("1.2.840.113549.3.7")));
        sealing.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate, RSAEncryptionPadding.Pkcs1));
        var opening = new EnvelopedCms();
        opening.Decode(Convert.FromBase64String(Convert.ToBase64String(sealing.Encode())));
        using var key = certificate.GetRSAPrivateKey();
        opening.Decrypt(opening.RecipientInfos[0], key!);
        return opening.ContentInfo.Content.Length;
    }

    private static long Allocated(Func<int> work)
    {
        const int times = 200;
        Check(work());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < times; turn++)
            Check(work());
        return (GC.GetAllocatedBytesForCurrentThread() - before) / times;
    }

    private static void Check(int opened)
    {
        if (opened != ContentBytes)
            throw new InvalidOperationException($"{opened} bytes came back.");
    }
}
