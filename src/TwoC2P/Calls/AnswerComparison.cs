using TwoC2P.Messages;

namespace TwoC2P.Calls;

/// <summary>Compares two answers to the same question, field by field. It tells names and never values: those are customers' data.</summary>
internal static class AnswerComparison
{
    // What belongs to the wire or the moment and not to the thing that was asked for.
    private static readonly string[] OfTheWire = ["version", "timeStamp", "merchantID", "hashValue"];

    /// <summary>The fields that differ, in the table's order; empty when the answers say the same.</summary>
    public static IReadOnlyList<string> Differences(WireMessage one, WireMessage other, MessageLayout layout) =>
        [
            .. layout
                .Fields.Where(field => !OfTheWire.Contains(field.Name, StringComparer.Ordinal))
                .Where(field => !IsSame(field, one, other))
                .Select(field => field.Name),
        ];

    private static bool IsSame(MessageField field, WireMessage one, WireMessage other) =>
        field is MessageField.Scalar
            ? string.Equals(one[field.Name], other[field.Name], StringComparison.Ordinal)
            : AreSame(field, one.Items(field.Name), other.Items(field.Name));

    private static bool AreSame(MessageField field, IReadOnlyList<WireItem> some, IReadOnlyList<WireItem> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => IsSame(field, pair.First, pair.Second));

    private static bool IsSame(MessageField field, WireItem one, WireItem other) =>
        field switch
        {
            MessageField.TextList texts => string.Equals(one[texts.Item.Name], other[texts.Item.Name], StringComparison.Ordinal),
            MessageField.List list => list.Attributes.All(attribute =>
                string.Equals(one[attribute.Name], other[attribute.Name], StringComparison.Ordinal)
            ) && list.Lists.All(inner => AreSame(inner, one.Items(inner.Name), other.Items(inner.Name))),
            _ => true,
        };
}
