using System.Security.Cryptography;
using System.Text;

namespace TwoC2P.Simulator.Messages;

/// <summary>The simulator's own hashValue: HMAC-SHA1 over the values without separators, UTF-8, key as text.</summary>
internal static class GatewayHash
{
    /// <returns>40 lower-case hexadecimal digits, as the gateway writes them.</returns>
    public static string Compute(string secretKey, IEnumerable<string> values)
    {
        var message = Encoding.UTF8.GetBytes(string.Concat(values));
#pragma warning disable CA5350 // The protocol prescribes HMAC-SHA1 for Payment Action.
        return Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secretKey), message));
#pragma warning restore CA5350
    }

    public static bool Matches(string given, string secretKey, IEnumerable<string> values) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given.Trim().ToLowerInvariant()),
            Encoding.UTF8.GetBytes(Compute(secretKey, values))
        );
}
