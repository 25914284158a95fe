using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TwoC2P.Envelopes;

/// <summary>
/// The outer form of a compact JOSE token, held to one spelling: as many parts as asked for, each in canonical base64url, and a header of exactly the expected algorithms. A
/// header that asks for more (<c>crit</c>, <c>zip</c>, an embedded key, a member twice) is none of 2C2P's.
/// </summary>
internal static class CompactToken
{
    private const int MaxHeaderBytes = 512;

    // What names or describes and decides nothing. The key that verifies is always one of ours, whatever kid says.
    private static readonly string[] Descriptions = ["typ", "cty", "kid"];

    /// <summary>The parts, or null when the text is no such token.</summary>
    public static string[]? Split(string token, int parts, IReadOnlyDictionary<string, string> algorithms)
    {
        var split = token.Split('.', parts + 1);
        return split.Length == parts && split.All(IsCanonical) && IsExpected(split[0], algorithms) ? split : null;
    }

    // More than one text decodes to the same bytes where the last character has bits to spare: only the one that an encoder writes is taken.
    private static bool IsCanonical(string part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return part.Length > 0
            && Base64Url.IsValid(part)
            && Base64Url.TryDecodeFromChars(part, bytes, out var length)
            && string.Equals(Base64Url.EncodeToString(bytes.AsSpan(0, length)), part, StringComparison.Ordinal);
    }

    private static bool IsExpected(string header, IReadOnlyDictionary<string, string> algorithms)
    {
        if (header.Length > MaxHeaderBytes)
            return false;

        // Broken UTF-8 and broken escapes fail only when a name is looked at: a header needs neither other letters nor escapes.
        var bytes = Base64Url.DecodeFromChars(header);
        if (!Ascii.IsValid(bytes) || bytes.Contains((byte)'\\'))
            return false;

        try
        {
            using var json = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 2 }
            );
            return json.RootElement.ValueKind is JsonValueKind.Object
                && algorithms.All(algorithm => Is(json.RootElement, algorithm.Key, algorithm.Value))
                && json.RootElement.EnumerateObject()
                    .All(member =>
                        algorithms.ContainsKey(member.Name) || Descriptions.Contains(member.Name, StringComparer.Ordinal)
                    );
        }
        catch (JsonException)
        {
            // No header: the token says nothing.
            return false;
        }
    }

    private static bool Is(JsonElement header, string name, string value) =>
        header.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String && found.ValueEquals(value);
}
