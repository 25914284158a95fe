namespace TwoC2P.Messages;

/// <summary>One row of a message's table: a single value, a list of texts, or a list of items.</summary>
internal abstract record MessageField(string Name)
{
    internal sealed record Scalar(string Name, int MaxLength) : MessageField(Name);

    /// <summary>Items whose values are attributes (or, in answers, elements) and that may hold further lists.</summary>
    internal sealed record List(string Name, string ItemName, IReadOnlyList<Scalar> Attributes) : MessageField(Name)
    {
        public IReadOnlyList<MessageField> Lists { get; init; } = [];
    }

    /// <summary>Items that are nothing but a text, kept under the item's name.</summary>
    internal sealed record TextList(string Name, Scalar Item) : MessageField(Name);
}
