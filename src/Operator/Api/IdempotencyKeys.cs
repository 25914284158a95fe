using System.Security.Cryptography;
using System.Text;

namespace Operator.Api;

/// <summary>Keys for what a person says.</summary>
internal static class IdempotencyKeys
{
    private const int MaxLength = 255;

    /// <summary>What is wrong with a key of the person's own; null when nothing is, or none is given. Most of it no header can carry: it would look as if the gateway did not answer.</summary>
    public static string? Problem(string? key) =>
        key is null || (key.Length is >= 1 and <= MaxLength && key.All(character => character is >= ' ' and <= '~' and not ','))
            ? null
            : $"--key is 1 to {MaxLength} printable ASCII characters, and no comma.";

    /// <summary>The same words about the same operation have the same key: a command that is repeated says it once.</summary>
    public static string Of(params IEnumerable<string?> words) =>
        $"operator-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))))[..32]}";
}
