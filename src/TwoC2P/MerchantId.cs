namespace TwoC2P;

/// <summary>2C2P's merchant id (field <c>merchantID</c>, C 15): 1 to 15 ASCII letters and digits, case-sensitive.</summary>
public readonly record struct MerchantId
{
    private readonly string? value;

    /// <summary>Takes an id that is known to be well formed.</summary>
    /// <exception cref="ArgumentException">The text is not 1 to 15 ASCII letters and digits.</exception>
    public MerchantId(string text) =>
        value = IsWellFormed(text)
            ? text
            : throw new ArgumentException("A merchant id is 1 to 15 ASCII letters and digits.", nameof(text));

    /// <summary>The id as 2C2P spells it.</summary>
    public string Text => value ?? "";

    /// <summary>Whether a text can be a merchant id at all; says nothing about whether it is configured.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: >= 1 and <= 15 } && text.All(char.IsAsciiLetterOrDigit);

    /// <inheritdoc />
    public override string ToString() => Text;
}
