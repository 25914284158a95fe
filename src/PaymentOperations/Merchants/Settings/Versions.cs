using TwoC2P.Envelopes;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Versions of Payment Action's messages.</summary>
internal static class Versions
{
    private const int MaxLength = 5;

    /// <summary>What 2C2P's own programs send in this generation.</summary>
    public static string Default(EnvelopeKind envelope) => envelope is EnvelopeKind.Jose ? "4.3" : "3.4";

    public static Parsed<string> Read(string text) =>
        text.Length <= MaxLength
        && text.Split('.') is { Length: 1 or 2 } parts
        && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? new(text, null)
            : new(null, "is not a message version such as 3.4.");
}
