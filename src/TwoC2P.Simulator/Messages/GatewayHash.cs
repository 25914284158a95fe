using System.Security.Cryptography;
using System.Text;

namespace TwoC2P.Simulator.Messages;

/// <summary>The simulator's own hashValue: an HMAC over the values without separators, UTF-8, key as text.</summary>
internal static class GatewayHash
{
    private const int Sha1Digits = 40;

    /// <returns>40 lower-case hexadecimal digits, as the gateway writes them.</returns>
    public static string Compute(string secretKey, IEnumerable<string> values) => Compute(HashKind.Sha1, secretKey, values);

    /// <returns>40 or 64 lower-case hexadecimal digits.</returns>
    public static string Compute(HashKind kind, string secretKey, IEnumerable<string> values)
    {
        var key = Encoding.UTF8.GetBytes(secretKey);
        var message = Encoding.UTF8.GetBytes(string.Concat(values));
        return Convert.ToHexStringLower(
            kind switch
            {
#pragma warning disable CA5350 // The protocol prescribes HMAC-SHA1 for Payment Action, old recurring versions and QuickPay.
                HashKind.Sha1 => HMACSHA1.HashData(key, message),
#pragma warning restore CA5350
                HashKind.Sha256 => HMACSHA256.HashData(key, message),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an algorithm of this protocol."),
            }
        );
    }

    public static bool Matches(string given, string secretKey, IEnumerable<string> values) =>
        Matches(HashKind.Sha1, given, secretKey, values);

    public static bool Matches(HashKind kind, string given, string secretKey, IEnumerable<string> values) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given.Trim().ToLowerInvariant()),
            Encoding.UTF8.GetBytes(Compute(kind, secretKey, values))
        );

    /// <summary>
    /// For the APIs whose algorithm is not settled: the one that a digest of this length comes from. The client pins one;
    /// the gateway's stand-in takes both and answers with the same.
    /// </summary>
    public static HashKind KindOf(string given) => given.Trim().Length == Sha1Digits ? HashKind.Sha1 : HashKind.Sha256;
}
