using System.Text;
using System.Text.RegularExpressions;

namespace TwoC2P.Simulator.Messages;

/// <summary>The text of a request: whatever stands around it is cut off, and what is no text in it is shown as U+FFFD.</summary>
internal static partial class RequestText
{
    private const string Unknown = "\uFFFD";

    /// <summary>UTF-8, whatever the declaration says: the hash is over UTF-8.</summary>
    public static string Of(byte[] content) => Encoding.UTF8.GetString(content).Trim(' ', '\t', '\r', '\n', '\0', '\uFEFF');

    /// <summary>For XML that does not parse: without references and characters that XML does not have.</summary>
    public static string WithoutForbiddenXml(string xml) =>
        NoReference().Replace(NoXmlCharacter().Replace(xml, Unknown), Unknown);

    /// <summary>For JSON that does not parse: without control characters inside its texts.</summary>
    public static string WithoutControlsInTexts(string json) =>
        JsonText().Replace(json, text => Control().Replace(text.Value, Unknown));

    [GeneratedRegex(
        "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NoXmlCharacter();

    [GeneratedRegex(
        "&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9][0-9]|[1-9][0-9]{2,4})|#x(?:9|[aA]|[dD]|[2-9a-fA-F][0-9a-fA-F]{1,3}));)(?:#?\\w{1,31};)?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NoReference();

    [GeneratedRegex(
        "\"(?:[^\"\\\\]|\\\\.)*\"",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex JsonText();

    [GeneratedRegex("[\\x00-\\x1F]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Control();
}
