namespace TwoC2P.Signing;

/// <summary>One part of what a hash covers: a field's value, or a list's values item by item.</summary>
internal abstract record SignedPart
{
    internal sealed record Field(string Name) : SignedPart;

    internal sealed record List(string Name, IReadOnlyList<string> Attributes) : SignedPart;

    public static implicit operator SignedPart(string name) => new Field(name);
}
