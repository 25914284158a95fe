using System.Security.Cryptography;
using System.Text;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A merchant's own HMAC-SHA1; the vectors hold it and the simulator's to the same values.</summary>
internal static class MerchantHash
{
    public static string Of(string values, string secretKey)
    {
#pragma warning disable CA5350 // The protocol prescribes HMAC-SHA1.
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(secretKey));
#pragma warning restore CA5350
        return Convert.ToHexStringLower(hmac.ComputeHash(Encoding.UTF8.GetBytes(values)));
    }
}
