using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.Operations;

/// <summary>What a caller's own pairs may be, in bodies and in queries alike. They are stored in clear, so they must not carry a card number.</summary>
internal static class MetadataRules
{
    /// <summary>The most pairs.</summary>
    public const int MostPairs = 20;

    private const int KeyLength = 40;
    private const int ValueLength = 200;

    /// <summary>What is wrong with a key; null when nothing is.</summary>
    public static string? KeyProblem(string? key) =>
        key switch
        {
            null or "" or { Length: > KeyLength } => $"Give keys of 1 to {KeyLength} characters.",
            _ when !key.All(IsKeyCharacter) => "Give keys of ASCII letters, digits, underscores, hyphens and points only.",
            _ when CardNumbers.MayContainOne(key) => "Remove what looks like a card number from the key.",
            _ => null,
        };

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public static string? ValueProblem(string value) =>
        value switch
        {
            _ when string.IsNullOrWhiteSpace(value) => "Give a text that is not empty, or leave the key out.",
            { Length: > ValueLength } => $"Give at most {ValueLength} characters.",
            _ when !PlainText.IsPlain(value) => "Remove control characters, such as line feeds and tabs.",
            _ when CardNumbers.MayContainOne(value) =>
                "Remove what looks like a card number; write its last four digits at most.",
            _ => null,
        };

    private static bool IsKeyCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
