using TwoC2P.Messages;

namespace Fuzz.Differential;

/// <summary>Messages of a table whose fields hold anything that fits into them.</summary>
internal static class RandomMessage
{
    private const int MostItems = 3;
    private const string Hash = "hashValue";

    /// <summary>A message with these values, and random ones in all other fields but the hash.</summary>
    public static WireMessage Of(MessageLayout layout, Random random, IReadOnlyDictionary<string, string> given)
    {
        var message = new WireMessage();
        foreach (var field in layout.Fields.Where(field => field.Name != Hash))
        {
            if (field is MessageField.Scalar scalar)
                message[scalar.Name] = given.GetValueOrDefault(scalar.Name) ?? RandomText.Next(random, scalar.MaxLength);
            else if (field is MessageField.List list && random.Next(3) == 0)
                message.SetItems(list.Name, [.. Enumerable.Range(0, random.Next(MostItems + 1)).Select(_ => Item(list, random))]);
        }

        return message;
    }

    /// <summary>Whether the client sends such a message: the rule that it holds every field to.</summary>
    public static bool IsSendable(WireMessage message, MessageLayout layout) => !FieldTableRules.Check(message, layout).Any();

    private static WireItem Item(MessageField.List list, Random random)
    {
        var item = new WireItem();
        foreach (var attribute in list.Attributes)
            item[attribute.Name] = RandomText.Next(random, attribute.MaxLength);
        return item;
    }
}
