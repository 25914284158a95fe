namespace TwoC2P.Envelopes;

/// <summary>
/// A text from 2C2P, an answer's or a callback's, and what it holds. The bytes are looked at and never the Base64: its first characters depend on whatever XML may begin with, be it white space, a
/// declaration, a comment, a prefix or a byte order mark.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">What the Base64 holds; nothing for a JOSE token and for what is nothing.</param>
internal sealed record EnvelopeText(FoundEnvelope Kind, byte[] Bytes)
{
    private const byte CmsSequence = 0x30;

    private static readonly EnvelopeText Nothing = new(FoundEnvelope.None, []);

    public static EnvelopeText Find(string text)
    {
        if (JoseText.IsToken(text))
            return new EnvelopeText(FoundEnvelope.Jose, []);

        return Base64Text.Decode(text) is { } bytes && KindOf(bytes) is var kind and not FoundEnvelope.None
            ? new EnvelopeText(kind, bytes)
            : Nothing;
    }

    private static FoundEnvelope KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [CmsSequence, ..])
            return FoundEnvelope.Pkcs7;

        return ContentText.Trim(bytes) switch
        {
            [(byte)'<', ..] => FoundEnvelope.Xml,
            [(byte)'{', ..] => FoundEnvelope.Json,
            _ => FoundEnvelope.None,
        };
    }
}
