using System.Xml;
using System.Xml.Linq;

namespace TwoC2P.Simulator.Messages;

/// <summary>A request document: its root, its plain fields and the items of its lists. Names are case-insensitive.</summary>
internal sealed class XmlMessage
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<XElement> _items = [];

    private XmlMessage(string root, bool isSigned) => (Root, IsSigned) = (root, isSigned);

    public string Root { get; }

    /// <summary>Whether its envelope has proved who wrote it, so that there is no hash to check.</summary>
    public bool IsSigned { get; }

    /// <summary>The field's exact text; empty when it is absent.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name, "");

    /// <summary>The attributes of each list item with this name, in document order.</summary>
    public IEnumerable<Func<string, string>> Items(string name) =>
        _items
            .Where(item => SameName(item.Name, name))
            .Select(item => (Func<string, string>)(attribute => AttributeOf(item, attribute)));

    /// <returns>The message, or null when it is not well-formed, carries a DTD or names a field twice (code 02).</returns>
    public static XmlMessage? TryRead(byte[] content, bool isSigned = false)
    {
        var text = RequestText.Of(content);
        return From(Parse(text) ?? Parse(RequestText.WithoutForbiddenXml(text)), isSigned);
    }

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XmlMessage? From(XElement? root, bool isSigned)
    {
        if (root is null)
            return null;
        var message = new XmlMessage(root.Name.LocalName, isSigned);
        foreach (var element in root.Elements())
        {
            if (element.HasElements)
                message._items.AddRange(element.Elements());
            else if (!message._fields.TryAdd(element.Name.LocalName, element.Value))
                return null;
        }

        return message;
    }

    private static string AttributeOf(XElement item, string name) =>
        item.Attributes().FirstOrDefault(attribute => SameName(attribute.Name, name))?.Value ?? "";

    private static bool SameName(XName name, string expected) =>
        string.Equals(name.LocalName, expected, StringComparison.OrdinalIgnoreCase);
}
