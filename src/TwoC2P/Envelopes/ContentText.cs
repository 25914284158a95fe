using System.Text;

namespace TwoC2P.Envelopes;

/// <summary>The text inside an envelope.</summary>
internal static class ContentText
{
    private static ReadOnlySpan<byte> Bom => "\uFEFF"u8;

    // Gateways written in C pass on the end of a C string.
    private static ReadOnlySpan<byte> Filler => " \t\r\n\0"u8;

    /// <summary>The bytes without byte order marks, white space and NULs around them.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes.Trim(Filler);
        while (rest.StartsWith(Bom))
            rest = rest[Bom.Length..].TrimStart(Filler);

        return rest;
    }

    /// <summary>
    /// The text, with a replacement character for every byte sequence that is no UTF-8. Where such a text is hashed, its hash then fits no more; where it is not hashed, it is
    /// only words.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(Trim(bytes));
}
