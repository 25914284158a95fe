using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TwoC2P.Simulator.Jose;

/// <summary>Compact serialization (RFC 7515 section 7.1, RFC 7516 section 7.1): base64url segments joined with points, the first of them a JSON header.</summary>
internal static class CompactForm
{
    public static string Segment(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public static string HeaderSegment(string json) => Segment(Encoding.UTF8.GetBytes(json));

    /// <returns>Null when the text has not this many segments or one of them is not base64url.</returns>
    public static byte[][]? Read(string text, int segments)
    {
        var split = text.Split('.');
        if (split.Length != segments || !split.All(segment => Base64Url.IsValid(segment)))
            return null;
        return [.. split.Select(segment => Base64Url.DecodeFromChars(segment))];
    }

    /// <summary>Whether the header names these algorithms and asks for nothing that would have to be understood.</summary>
    public static bool HeaderSays(byte[] header, params ReadOnlySpan<(string Name, string Value)> expected)
    {
        try
        {
            using var document = JsonDocument.Parse(header);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return false;
            if (document.RootElement.TryGetProperty("crit", out _) || document.RootElement.TryGetProperty("zip", out _))
                return false;
            foreach (var (name, value) in expected)
            {
                if (!document.RootElement.TryGetProperty(name, out var found) || found.ToString() != value)
                    return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <returns>The header's <c>kid</c>, or null.</returns>
    public static string? KeyIdOf(byte[] header)
    {
        using var document = JsonDocument.Parse(header);
        return document.RootElement.TryGetProperty("kid", out var kid) ? kid.ToString() : null;
    }
}
