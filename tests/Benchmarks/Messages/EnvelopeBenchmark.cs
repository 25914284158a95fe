using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BenchmarkDotNet.Attributes;
using TwoC2P.Envelopes;
using TwoC2P.Keys;

namespace Benchmarks.Messages;

/// <summary>Sealing and opening a message of 600 bytes in both older envelopes: PKCS#7 against the cryptography that it cannot do without, and what both leave for the garbage collector.</summary>
public class EnvelopeBenchmark
{
    private const int ContentBytes = 600;
    private const double MostRatio = 1.1;
    private const int MostPkcs7Bytes = 35_000;
    private const int MostBase64Bytes = 15_000;

    private static readonly byte[] Content = Encoding.ASCII.GetBytes($"<a>{new string('x', ContentBytes - 7)}</a>");
    private static readonly X509Certificate2 Certificate = CreateCertificate();
    private static readonly GatewayKeys Keys = new()
    {
        SecretKeys = [],
        MerchantCertificates = [Certificate],
        GatewayCertificate = Certificate,
    };

    /// <summary>Measures and tells; false when an envelope costs too much.</summary>
    internal static bool Run(Report report)
    {
        var measured = Comparison.Of<EnvelopeBenchmark>();
        var ratio = measured.Ratio(nameof(Pkcs7), to: nameof(BareCms));
        var (pkcs7, base64) = (measured.BytesOf(nameof(Pkcs7)), measured.BytesOf(nameof(Base64)));
        return report.Add(
                $"PKCS#7, {ContentBytes} bytes there and back",
                $"{measured.TimeOf(nameof(Pkcs7)).TotalMicroseconds:N0} µs, bare EnvelopedCms {measured.TimeOf(nameof(BareCms)).TotalMicroseconds:N0} µs: {ratio:F2} times; {pkcs7:N0} bytes allocated",
                $"{MostRatio} times, {MostPkcs7Bytes:N0} bytes",
                ratio <= MostRatio && pkcs7 <= MostPkcs7Bytes
            )
            & report.Add(
                "the same in Base64",
                $"{base64:N0} bytes allocated",
                $"{MostBase64Bytes:N0} bytes",
                base64 <= MostBase64Bytes
            );
    }

    /// <summary>The cryptography alone.</summary>
    [Benchmark(Baseline = true)]
    public int BareCms()
    {
        var sealing = new EnvelopedCms(new ContentInfo(Content), new AlgorithmIdentifier(new Oid("1.2.840.113549.3.7")));
        sealing.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, Certificate, RSAEncryptionPadding.Pkcs1));
        var opening = new EnvelopedCms();
        opening.Decode(Convert.FromBase64String(Convert.ToBase64String(sealing.Encode())));
        using var key = Certificate.GetRSAPrivateKey();
        opening.Decrypt(opening.RecipientInfos[0], key!);
        return Checked(opening.ContentInfo.Content.Length);
    }

    /// <summary>An envelope of Payment Action.</summary>
    [Benchmark]
    public int Pkcs7() => RoundTrip(EnvelopeKind.Pkcs7);

    /// <summary>An envelope without encryption.</summary>
    [Benchmark]
    public int Base64() => RoundTrip(EnvelopeKind.Base64);

    private static int RoundTrip(EnvelopeKind kind) =>
        Checked(Envelope.Open(Envelope.Seal(Content, kind, Keys), kind, Keys).First().Length);

    private static int Checked(int opened) =>
        opened == ContentBytes ? opened : throw new InvalidOperationException($"{opened} bytes came back.");

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=benchmark", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
    }
}
