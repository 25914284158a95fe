namespace TwoC2P.Messages;

/// <summary>One row of a message's table: a single value, or a list of items whose values are attributes.</summary>
internal abstract record MessageField(string Name)
{
    internal sealed record Scalar(string Name, int MaxLength) : MessageField(Name);

    internal sealed record List(string Name, string ItemName, IReadOnlyList<Scalar> Attributes) : MessageField(Name);
}
