namespace TwoC2P.Messages;

/// <summary>A message's fields in the order in which they are written. The order that is hashed is a table of its own.</summary>
internal sealed record MessageLayout(string Root, IReadOnlyList<MessageField> Fields)
{
    public MessageField? Find(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
}
