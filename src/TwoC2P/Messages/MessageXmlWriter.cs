using System.Text;
using System.Xml;

namespace TwoC2P.Messages;

/// <summary>
/// Writes a message as UTF-8 XML in its table's order: no declaration and no BOM, as 2C2P's samples; fields without a value are left out, which hashes the same as an
/// empty element.
/// </summary>
internal static class MessageXmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        NewLineHandling = NewLineHandling.Entitize,
        CheckCharacters = true,
    };

    public static byte[] Write(WireMessage message, MessageLayout layout)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartElement(layout.Root);
            foreach (var field in layout.Fields)
                Write(writer, message, field);
            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter writer, WireMessage message, MessageField field)
    {
        switch (field)
        {
            case MessageField.Scalar when message.NullIfEmpty(field.Name) is { } value:
                writer.WriteElementString(field.Name, value);
                break;
            case MessageField.List list when message.Items(list.Name) is { Count: > 0 } items:
                writer.WriteStartElement(list.Name);
                foreach (var item in items)
                    Write(writer, item, list);
                writer.WriteEndElement();
                break;
        }
    }

    private static void Write(XmlWriter writer, WireItem item, MessageField.List list)
    {
        writer.WriteStartElement(list.ItemName);
        foreach (var attribute in list.Attributes)
            if (item.NullIfEmpty(attribute.Name) is { } value)
                writer.WriteAttributeString(attribute.Name, value);
        writer.WriteEndElement();
    }
}
