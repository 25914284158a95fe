using System.Security.Cryptography;
using System.Text;
using TwoC2P.Messages;

namespace TwoC2P.Signing;

/// <summary>
/// SHA-256 over all fields of a signed message but its own time: what 2C2P says is the same however often, when and with which random numbers it is sealed. Every value is
/// preceded by its name and length, so that no two contents have one digest.
/// </summary>
internal static class ContentDigest
{
    private const string Time = "timeStamp";
    private const string Hash = "hashValue";

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(WireMessage message, MessageLayout layout)
    {
        var text = new StringBuilder(layout.Root);
        foreach (var field in layout.Fields.Where(field => field.Name is not (Time or Hash)))
        {
            if (field is MessageField.Scalar)
                Add(text, field.Name, message[field.Name]);
            else
                AddItems(text, field, message.Items(field.Name));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void AddItems(StringBuilder text, MessageField field, IReadOnlyList<WireItem> items)
    {
        text.Append('\n').Append(field.Name).Append(' ').Append(items.Count);
        foreach (var item in items)
        {
            if (field is MessageField.TextList texts)
                Add(text, texts.Item.Name, item[texts.Item.Name]);
            else if (field is MessageField.List list)
                AddItem(text, list, item);
        }
    }

    private static void AddItem(StringBuilder text, MessageField.List list, WireItem item)
    {
        foreach (var attribute in list.Attributes)
            Add(text, attribute.Name, item[attribute.Name]);
        foreach (var inner in list.Lists)
            AddItems(text, inner, item.Items(inner.Name));
    }

    private static void Add(StringBuilder text, string name, string value) =>
        text.Append('\n').Append(name).Append(' ').Append(value.Length).Append(' ').Append(value);
}
