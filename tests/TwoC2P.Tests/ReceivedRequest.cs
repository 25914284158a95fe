using System.Globalization;
using System.Net;

namespace TwoC2P.Tests;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedRequest(int Number, string Head, string Body)
{
    public static ReceivedRequest? TryParse(string text, int number)
    {
        if (text.Split("\r\n\r\n", 2) is not [var head, var body])
            return null;

        var length = int.Parse(HeaderOf(head, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
        return body.Length < length ? null : new ReceivedRequest(number, head, body[..length]);
    }

    public string? Header(string name) => HeaderOf(Head, name);

    /// <summary>The path that was posted to.</summary>
    public string Path => Head.Split(' ')[1];

    /// <summary>The value of the one form field, decoded.</summary>
    public string Envelope => WebUtility.UrlDecode(Body["paymentRequest=".Length..]);

    private static string? HeaderOf(string head, string name) =>
        head.Split("\r\n")
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .FirstOrDefault(pair => string.Equals(pair[0], name, StringComparison.OrdinalIgnoreCase))
            ?[1];
}
