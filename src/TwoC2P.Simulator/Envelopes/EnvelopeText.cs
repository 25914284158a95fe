namespace TwoC2P.Simulator.Envelopes;

/// <summary>Base64 as it arrives in a form field.</summary>
internal static class EnvelopeText
{
    /// <summary>Undoes what form decoding and line wrapping do to base64. Null when it is not base64 even so.</summary>
    public static byte[]? TryDecode(string text)
    {
        var compact = text.Trim()
            .Replace(' ', '+')
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal)
            .Replace("\t", "", StringComparison.Ordinal)
            .TrimEnd('=');
        var padded = compact.PadRight((compact.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return padded.Length > 0 && Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }
}
