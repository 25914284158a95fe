using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>Opens the Base64 that queue messages and the gateway's requests are wrapped in.</summary>
internal static partial class WrappedText
{
    /// <summary>The text, followed by what is wrapped in it.</summary>
    public static string Of(string text) =>
        string.Join('\n', Wrapped().Matches(text).Select(match => Open(match.Groups["base64"].Value)).Prepend(text));

    private static string Open(string base64)
    {
        var plain = Uri.UnescapeDataString(base64);
        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    [GeneratedRegex(
        "(<MessageText>|paymentRequest=)(?<base64>[A-Za-z0-9+/=%]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Wrapped();
}
