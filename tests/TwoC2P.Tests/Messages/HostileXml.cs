namespace TwoC2P.Tests.Messages;

/// <summary>XML that is written to hurt its reader. {0} is an address on which a listener counts who comes.</summary>
internal static class HostileXml
{
    // A document type, an entity and a text of it, forty times as long each: 40^5 characters.
    private static readonly string Laughs = string.Concat(
        "<!DOCTYPE PaymentProcessResponse [<!ENTITY a \"ha\">",
        Entity('b', 'a'),
        Entity('c', 'b'),
        Entity('d', 'c'),
        Entity('e', 'd'),
        "]>"
    );

    /// <summary>Whole documents.</summary>
    /// <param name="message">A message with this status.</param>
    public static IReadOnlyDictionary<string, string> Documents(Func<string, string> message) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            { "a billion laughs", $"{Laughs}{message("&e;")}" },
            {
                "one entity, very often",
                $"<!DOCTYPE x [<!ENTITY a \"{new string('a', 10_000)}\">]>{message(Repeat("&a;", 10_000))}"
            },
            { "an external document type", $"<!DOCTYPE x SYSTEM \"{{0}}x.dtd\">{message("RF")}" },
            { "a public document type", $"<!DOCTYPE x PUBLIC \"-//x//EN\" \"{{0}}x.dtd\">{message("RF")}" },
            { "an external entity", $"<!DOCTYPE x [<!ENTITY e SYSTEM \"{{0}}e\">]>{message("&e;")}" },
            { "an external parameter entity", $"<!DOCTYPE x [<!ENTITY % p SYSTEM \"{{0}}p\"> %p;]>{message("RF")}" },
            { "a file", $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>{message("&e;")}" },
            { "an entity that nobody declared", message("&e;") },
        };

    /// <summary>What is no document type, and is read as what it is: words and elements that nobody knows.</summary>
    public static IReadOnlyDictionary<string, string> Additions { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            { "a style sheet", "<?xml-stylesheet href=\"{0}s.xsl\" type=\"text/xsl\"?>" },
            { "an inclusion", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{0}i.xml\"/>" },
            {
                "a schema",
                "<x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"{0}s.xsd\"/>"
            },
            { "some depth", Repeat("<a>", 20) + Repeat("</a>", 20) },
            { "some attributes", $"<x {Numbered("a{0}=\"\" ", 60)}/>" },
            { "thousands of elements", $"<x>{Repeat("<a/>", 100_000)}</x>" },
            { "thousands of comments", Repeat("<!---->", 100_000) },
            { "thousands of instructions", Repeat("<?a?>", 100_000) },
            { "thousands of CDATA sections", $"<x>{Repeat("<![CDATA[]]>", 50_000)}</x>" },
            { "a name of nearly 1 MB", $"<{new string('a', 900_000)}/>" },
        };

    /// <summary>Elements that no message of 2C2P could ever need.</summary>
    public static IReadOnlyDictionary<string, string> Excesses { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            { "an attribute of nearly 1 MB", $"<x y=\"{new string('a', 1_000_000)}\"/>" },
            { "the same further down", $"<a><b><x y=\"{new string('a', 1_000_000)}\"/></b></a>" },
            { "thousands of attributes", $"<x {Numbered("a{0}=\"\" ", 30_000)}/>" },
            { "thousands of name spaces", $"<x {Numbered("xmlns:a{0}=\"urn:{0}\" ", 15_000)}/>" },
            { "deep nesting", Repeat("<a>", 100_000) + Repeat("</a>", 100_000) },
            { "deep nesting that does not end", Repeat("<a>", 100_000) },
        };

    private static string Entity(char name, char of) => $"<!ENTITY {name} \"{Repeat($"&{of};", 40)}\">";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbered(string format, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => format.Replace("{0}", $"{number}", StringComparison.Ordinal)));
}
