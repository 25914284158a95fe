using System.Security.Cryptography;
using System.Text;

namespace Operator.Api;

/// <summary>Keys for what a person says.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The same words about the same operation have the same key: a command that is repeated says it once.</summary>
    public static string Of(params IEnumerable<string?> words) =>
        $"operator-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))))[..32]}";
}
