using System.Diagnostics;
using System.Xml;
using TwoC2P.Envelopes;

namespace TwoC2P.Messages;

/// <summary>
/// Reads a message tolerantly: any order, any letter case and any namespace of names, unknown fields skipped, lengths not enforced. Strict where tolerance would
/// be unsafe: no DTDs, a bounded size, depth and number of attributes, and no field twice, because nobody could tell which of the two was hashed.
/// </summary>
internal static class MessageXmlReader
{
    public const int MaxCharacters = 1024 * 1024;

    // 2C2P's deepest message has five levels, and its elements with the most attributes have six. What has many more than that is written to hurt.
    private const int MaxDepth = 32;
    private const int MaxAttributes = 64;
    private const int MaxAttributeLength = 64 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The message, or null when the bytes are none of this layout.</summary>
    public static WireMessage? Read(ReadOnlySpan<byte> utf8, MessageLayout layout)
    {
        try
        {
            // Decoded here rather than by the XML reader: gateways declare encodings ("utf-16") that their bytes do not have.
            var text = XmlMender.Mend(ContentText.Decode(utf8));
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return ReadRoot(reader, layout);
        }
        catch (XmlException)
        {
            // Not a message: whatever the sender did is not known from this.
            return null;
        }
    }

    private static WireMessage? ReadRoot(XmlReader reader, MessageLayout layout)
    {
        reader.MoveToContent();
        if (!Same(reader.LocalName, layout.Root))
            return null;

        CheckBounds(reader);
        var message = new WireMessage();
        ForEachChild(reader, () => ReadField(reader, layout, message));
        while (reader.Read()) { }

        return message;
    }

    private static void ReadField(XmlReader reader, MessageLayout layout, WireMessage message)
    {
        var field = layout.Find(reader.LocalName);
        if (field is not null && message.Has(field.Name))
            throw Ambiguous(field.Name);

        switch (field)
        {
            case MessageField.Scalar scalar:
                message[scalar.Name] = reader.ReadElementContentAsString();
                break;
            case null:
                Skip(reader);
                break;
            default:
                message.SetItems(field.Name, ReadList(reader, field));
                break;
        }
    }

    private static List<WireItem> ReadItems(XmlReader reader, string itemName, Func<WireItem> read)
    {
        var items = new List<WireItem>();
        ForEachChild(
            reader,
            () =>
            {
                if (Same(reader.LocalName, itemName))
                    items.Add(read());
                else
                    Skip(reader);
            }
        );
        return items;
    }

    private static List<WireItem> ReadList(XmlReader reader, MessageField field) =>
        field switch
        {
            MessageField.List list => ReadItems(reader, list.ItemName, () => ReadItem(reader, list)),
            MessageField.TextList texts => ReadItems(
                reader,
                texts.Item.Name,
                () => new WireItem { [texts.Item.Name] = reader.ReadElementContentAsString() }
            ),
            _ => throw new UnreachableException(),
        };

    // The published form has attributes in some lists and elements in others; either is taken in all.
    private static WireItem ReadItem(XmlReader reader, MessageField.List list)
    {
        var item = new WireItem();
        while (reader.MoveToNextAttribute())
            Set(item, list, reader.LocalName, () => reader.Value);

        reader.MoveToElement();
        ForEachChild(
            reader,
            () =>
            {
                if (!SetList(item, list, reader) && !Set(item, list, reader.LocalName, reader.ReadElementContentAsString))
                    Skip(reader);
            }
        );
        return item;
    }

    private static bool SetList(WireItem item, MessageField.List list, XmlReader reader)
    {
        if (list.Lists.FirstOrDefault(inner => Same(inner.Name, reader.LocalName)) is not { } known)
            return false;
        if (item.Has(known.Name))
            throw Ambiguous(known.Name);

        item.SetItems(known.Name, ReadList(reader, known));
        return true;
    }

    private static bool Set(WireItem item, MessageField.List list, string name, Func<string> read)
    {
        if (list.Attributes.FirstOrDefault(attribute => Same(attribute.Name, name)) is not { } known)
            return false;
        if (item.Has(known.Name))
            throw Ambiguous(known.Name);

        item[known.Name] = read();
        return true;
    }

    /// <summary>Runs <paramref name="consume"/> on each child element, which it must leave behind it, and leaves the element itself.</summary>
    private static void ForEachChild(XmlReader reader, Action consume)
    {
        var hasChildren = !reader.IsEmptyElement;
        reader.ReadStartElement();
        if (!hasChildren)
            return;

        while (reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                CheckBounds(reader);
                consume();
            }
            else
                reader.Read();
        }

        reader.ReadEndElement();
    }

    /// <summary>Leaves an element behind that nobody knows. It may be large, but nothing in it may be deep.</summary>
    private static void Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.Depth > depth)
                CheckBounds(reader);
        }

        reader.Read();
    }

    private static void CheckBounds(XmlReader reader)
    {
        if (reader.Depth > MaxDepth)
            throw new XmlException($"An element is deeper than {MaxDepth} levels.");
        if (reader.AttributeCount > MaxAttributes)
            throw new XmlException($"An element has more than {MaxAttributes} attributes.");
        for (var index = 0; index < reader.AttributeCount; index++)
        {
            if (reader.GetAttribute(index).Length > MaxAttributeLength)
                throw new XmlException($"An attribute has more than {MaxAttributeLength} characters.");
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static XmlException Ambiguous(string field) => new($"The field {field} occurs twice.");
}
