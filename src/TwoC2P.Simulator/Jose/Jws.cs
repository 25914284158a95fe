using System.Security.Cryptography;
using System.Text;

namespace TwoC2P.Simulator.Jose;

/// <summary>A JWS of the one kind that the gateway speaks: PS256.</summary>
internal static class Jws
{
    private const int Segments = 3;
    private const string Header = """{"alg":"PS256","typ":"JWT"}""";
    private const string UnsecuredHeader = """{"alg":"none"}""";

    public static string Sign(string payload, RSA key)
    {
        var signed = Signed(Header, payload);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return $"{signed}.{CompactForm.Segment(signature)}";
    }

    /// <summary>What a forger sends: a token that claims to need no signature.</summary>
    public static string Unsecured(string payload) => $"{Signed(UnsecuredHeader, payload)}.";

    /// <returns>The payload's text, unverified; null when it is no such JWS.</returns>
    public static string? PayloadOf(string text) =>
        CompactForm.Read(text, Segments) is [var header, var payload, _] && CompactForm.HeaderSays(header, ("alg", "PS256"))
            ? Encoding.UTF8.GetString(payload)
            : null;

    public static string? KeyIdOf(string text) =>
        CompactForm.Read(text, Segments) is [var header, ..] ? CompactForm.KeyIdOf(header) : null;

    public static bool IsSignedWith(string text, RSA key) =>
        CompactForm.Read(text, Segments) is [_, _, var signature]
        && key.VerifyData(
            Encoding.ASCII.GetBytes(text[..text.LastIndexOf('.')]),
            signature,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss
        );

    private static string Signed(string header, string payload) =>
        $"{CompactForm.HeaderSegment(header)}.{CompactForm.Segment(Encoding.UTF8.GetBytes(payload))}";
}
