namespace TwoC2P.Simulator.Envelopes;

/// <summary>
/// A posted form as merchants' programs write it, many of which paste Base64 in without escaping it. A form reader would make a blank of every <c>+</c>, and nobody could tell those at the end from blanks: here a
/// <c>+</c> stays what it is.
/// </summary>
internal static class RawForm
{
    /// <summary>The field's value with its percent signs resolved; empty when there is none.</summary>
    public static string Value(string body, string field)
    {
        foreach (var part in body.TrimStart('\uFEFF').Split('&'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && string.Equals(Uri.UnescapeDataString(part[..equals]), field, StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(part[(equals + 1)..]);
        }

        return "";
    }
}
