namespace Fuzz.Differential;

/// <summary>Values of fields: what a merchant might send, and once in thousands of characters what no message can carry.</summary>
internal static class RandomText
{
    private static readonly string[] Usual =
    [
        "a",
        "Z",
        "0",
        "7",
        " ",
        "-",
        "_",
        ".",
        "/",
        "+",
        "=",
        "%",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "\\",
        ";",
        "]]>",
        "&amp;",
        "<!--",
        "%2B",
        "\u00A0",
        "\u00E9",
        "e\u0301",
        "ก",
        "ไทย",
        "中",
        "😀",
        "\u200B",
        "\u202E",
        "\uFEFF",
        "\uFFFD",
    ];

    private static readonly string[] Forbidden = ["\0", "\u0001", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"];

    // XML and JSON carry these; 2C2P's type C does not.
    private static readonly string[] Lines = ["\r", "\n", "\t", "\r\n", "\u0085", "\u007F", "\u2028"];

    /// <summary>A text of at most so many UTF-16 code units; often empty.</summary>
    public static string Next(Random random, int maxLength)
    {
        if (random.Next(3) == 0)
            return "";

        var text = "";
        for (var pieces = 1 + random.Next(12); pieces > 0; pieces--)
        {
            var piece = Of(
                random.Next(4000) switch
                {
                    0 => Forbidden,
                    1 => Lines,
                    _ => Usual,
                },
                random
            );
            if (text.Length + piece.Length > maxLength)
                break;
            text += piece;
        }

        return text;
    }

    private static string Of(string[] pieces, Random random) => pieces[random.Next(pieces.Length)];
}
