using System.Text;
using System.Xml;

namespace TwoC2P.Simulator.Messages;

/// <summary>Writes answer documents as the gateway does: no declaration, empty elements kept.</summary>
internal static class AnswerXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Write(string root, Action<XmlWriter> content)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement(root);
            content(xml);
            xml.WriteFullEndElement();
        }

        return text.ToString();
    }

    public static void Elements(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> elements)
    {
        foreach (var (name, value) in elements)
        {
            xml.WriteStartElement(name);
            xml.WriteString(value);
            xml.WriteFullEndElement();
        }
    }

    public static void Item(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }
}
