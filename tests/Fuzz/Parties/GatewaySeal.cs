using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Fuzz.Inputs;
using TwoC2P.Envelopes;
using TwoC2P.Simulator.Jose;

namespace Fuzz.Parties;

/// <summary>Puts any bytes into an envelope as a gateway would, or nearly: on the way in, what lies between the layers may be mutated too.</summary>
internal static class GatewaySeal
{
    private const int MaxLength = 64 * 1024;

    private static readonly string[] Headers =
    [
        """{"alg":"PS256","typ":"JWT"}""",
        """{"alg":"PS256"}""",
        """{"alg":"none"}""",
        """{"alg":"HS256"}""",
        """{"alg":"PS256","crit":["b64"],"b64":false}""",
        """{"alg":"PS256","alg":"none"}""",
        """{"alg":["PS256"]}""",
        """{"alg":"PS256","kid":"\ud800"}""",
        "[]",
        "null",
        "{",
    ];

    private static readonly Mutator Bytes = new(Words.Der, [], MaxLength);
    private static readonly Mutator Texts = new(Words.Wire, [], MaxLength);

    /// <summary>The envelope's text, exactly as the gateway writes it.</summary>
    public static string Seal(byte[] content, EnvelopeKind envelope) =>
        envelope switch
        {
            EnvelopeKind.Base64 => Convert.ToBase64String(content),
            EnvelopeKind.Pkcs7 => Convert.ToBase64String(Encrypt(content)),
            EnvelopeKind.Jose => Jws.Sign(Jwe.Encrypt(content, SampleKeys.MerchantJose), SampleKeys.GatewayJose),
            _ => throw new ArgumentOutOfRangeException(nameof(envelope)),
        };

    /// <summary>The same with something wrong between the outer and the inner layer.</summary>
    public static string SealBadly(byte[] content, EnvelopeKind envelope, Random random) =>
        envelope switch
        {
            EnvelopeKind.Base64 => Convert.ToBase64String(Bytes.Mutate(content, random)),
            EnvelopeKind.Pkcs7 => Convert.ToBase64String(Bytes.Mutate(Encrypt(content), random)),
            EnvelopeKind.Jose => random.Next(2) == 0
                ? Token(Headers[0], Changed(Jwe.Encrypt(content, SampleKeys.MerchantJose), random))
                : Token(Headers[random.Next(Headers.Length)], Jwe.Encrypt(content, SampleKeys.MerchantJose)),
            _ => throw new ArgumentOutOfRangeException(nameof(envelope)),
        };

    private static string Changed(string token, Random random) =>
        Encoding.UTF8.GetString(Texts.Mutate(Encoding.UTF8.GetBytes(token), random));

    private static string Token(string header, string payload)
    {
        var signed =
            $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        var signature = SampleKeys.GatewayJose.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static byte[] Encrypt(byte[] content)
    {
        var cms = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid("1.2.840.113549.3.7")));
        cms.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, SampleKeys.MerchantCms));
        return cms.Encode();
    }
}
