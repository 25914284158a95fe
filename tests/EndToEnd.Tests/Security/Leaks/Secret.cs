namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Something that may stand nowhere. Not a record: a record would print its forms.</summary>
internal sealed class Secret
{
    private Secret(string name, IEnumerable<SecretForm> forms) => (Name, Forms) = (name, [.. forms]);

    /// <summary>Its kind and index: what a failed run may say of it.</summary>
    public string Name { get; }

    public IReadOnlyList<SecretForm> Forms { get; }

    public static Secret OfText(string name, string text) => new(name, SecretForms.OfText(text));

    public static Secret OfCard(string name, string number) => new(name, SecretForms.OfCard(number));

    public static Secret OfBytes(string name, byte[] bytes) => new(name, SecretForms.OfBytes(bytes));

    public override string ToString() => Name;
}
