namespace PaymentOperations.Storage;

/// <summary>What the gateway sizes is bounded where it is stored: texts are cut at the lengths of 2C2P's tables, so that no answer can make a row too large to write.</summary>
internal static class PublishedLength
{
    /// <summary><c>respDesc</c> (PaymentProcessResponse): 100 characters.</summary>
    public const int Description = 100;

    // The longest text of the table beside descriptions is a userDefined of 150 characters.
    private const int Text = 150;

    public static string? Cut(string? text, int length = Text) =>
        text is null || text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
