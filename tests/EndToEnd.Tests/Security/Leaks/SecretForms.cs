using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Writes a secret in every way in which it could get somewhere.</summary>
internal static class SecretForms
{
    private static readonly string[] Separators = [" ", "-", ".", "/", "_"];

    /// <summary>A text, by itself or somewhere in what is encoded.</summary>
    public static IEnumerable<SecretForm> OfText(string text)
    {
        string[] clear = [text, Json(text), SecurityElement.Escape(text), Uri.EscapeDataString(text), WebUtility.UrlEncode(text)];
        return clear
            .Distinct()
            .Select((form, index) => new SecretForm(index == 0 ? "in clear" : "escaped", Encoding.UTF8.GetBytes(form)))
            .Concat(OfBytes(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A card number: also in groups of four, and with more digits left than the first six and the last four.</summary>
    public static IEnumerable<SecretForm> OfCard(string number)
    {
        string[] groups = [.. number.Chunk(4).Select(group => new string(group))];
        return
        [
            .. OfText(number),
            .. Separators.SelectMany(separator => OfText(string.Join(separator, groups))),
            .. new[] { "XXX", "***", "xxx", "•••" }
                .SelectMany(IEnumerable<string> (mask) => [$"{number[..7]}{mask}", $"{mask}{number[^5..]}"])
                .Select(masked => new SecretForm("masked too little", Encoding.UTF8.GetBytes(masked))),
        ];
    }

    /// <summary>Bytes in Base64 at each of the three places where they can begin, in hex and percent-encoded.</summary>
    public static IEnumerable<SecretForm> OfBytes(byte[] bytes)
    {
        foreach (var skipped in new[] { 0, 1, 2 })
        {
            var base64 = Base64(bytes, skipped);
            yield return new("in Base64", Encoding.ASCII.GetBytes(base64));
            yield return new("in Base64 for addresses", Encoding.ASCII.GetBytes(base64.Replace('+', '-').Replace('/', '_')));
        }

        yield return new("in hex", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        yield return new("in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        yield return new("percent-encoded", Encoding.ASCII.GetBytes(string.Concat(bytes.Select(one => $"%{one:X2}"))));
        yield return new("percent-encoded", Encoding.ASCII.GetBytes(string.Concat(bytes.Select(one => $"%{one:x2}"))));
    }

    /// <summary>The characters that stand for these bytes and nothing else, when so many other bytes stand before them.</summary>
    private static string Base64(byte[] bytes, int skipped)
    {
        var text = Convert.ToBase64String([.. new byte[skipped], .. bytes]).TrimEnd('=');
        var first = (skipped * 8 + 5) / 6;
        var end = (skipped + bytes.Length) * 8 / 6;
        return text[first..end];
    }

    private static string Json(string text) => JsonEncodedText.Encode(text).ToString();
}
