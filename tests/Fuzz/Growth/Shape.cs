using System.Text;

namespace Fuzz.Growth;

/// <summary>A text that is one piece over and over: what makes a careless parser look at everything again for each piece.</summary>
/// <param name="Language">What it is a text of.</param>
/// <param name="Piece">What is repeated.</param>
internal sealed record Shape(Language Language, string Piece)
{
    private static readonly string[] Xml =
    [
        "<",
        "</",
        "<a>",
        "<a ",
        "<a b='",
        "<a b='c'/>",
        "<!--",
        "<!-- -->",
        "<![CDATA[",
        "<?",
        "]]>",
        "&",
        "&a",
        "&a;",
        "&#",
        "&#1;",
        "\u0001",
        "ก",
        " ",
        "<hashValue>",
        "<refundList><refund>",
        "</hashValue>",
    ];

    private static readonly string[] Json =
    [
        "\\",
        "\"",
        "\\\"",
        "\\u",
        "\\ud800",
        "[",
        "{\"a\":",
        ",",
        ":",
        "\u0001",
        "\",\"",
        "\"a\":1,",
        "/*",
    ];

    private static readonly string[] Body =
    [
        "\"a\":1,",
        "\"\\ud800\":1,",
        "\"invoiceNo\":\"1\",",
        "\"subMerchants\":[{},{},{}],",
        "{\"a\":",
        "[",
        " ",
        "\\",
    ];

    private static readonly string[] Wire =
    [
        "%",
        "%2",
        "%41",
        "&",
        "=",
        "a=b&",
        "+",
        " ",
        "\r\n",
        "\0",
        "\uFEFF",
        ".",
        "eyJ",
        "A.",
        "MIA",
    ];

    public static IReadOnlyList<Shape> All { get; } =
    [
        .. Xml.Select(piece => new Shape(Language.Xml, piece)),
        .. Json.Select(piece => new Shape(Language.Json, piece)),
        .. Body.Select(piece => new Shape(Language.Body, piece)),
        .. Wire.Select(piece => new Shape(Language.Wire, piece)),
    ];

    /// <summary>Text of about so many bytes, within a message where the language has one.</summary>
    public byte[] Content(int bytes)
    {
        var pieces = string.Concat(Enumerable.Repeat(Piece, bytes / Encoding.UTF8.GetByteCount(Piece)));
        return Encoding.UTF8.GetBytes(
            Language switch
            {
                Language.Xml => $"<PaymentProcessResponse><respDesc>{pieces}</respDesc></PaymentProcessResponse>",
                Language.Json => $"{{\"QPQueryRes\":{{\"resDesc\":\"{pieces}",
                Language.Body => $"{{{pieces}\"amount\":1}}",
                Language.Wire => pieces,
                _ => throw new InvalidOperationException($"Say how {Language} begins."),
            }
        );
    }

    public override string ToString() => $"{Language} {Piece.Replace("\r\n", "CRLF", StringComparison.Ordinal)}";
}
