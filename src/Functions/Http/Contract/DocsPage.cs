using System.Security.Cryptography;
using System.Text;

namespace PaymentGateway.Http.Contract;

/// <summary>
/// Puts the page together from its files. Style and scripts stand inside the page and are named by their hashes in the content security policy, so the browser runs
/// these and nothing else, and asks nobody but the app that served the page.
/// </summary>
internal static class DocsPage
{
    // Each may use the names of those before it.
    private static readonly string[] Scripts =
    [
        "kept.js",
        "theme.js",
        "nodes.js",
        "schema.js",
        "samples.js",
        "calls.js",
        "figures.js",
        "tryit.js",
        "contents.js",
        "search.js",
        "page.js",
    ];

    /// <summary>The page with its policy.</summary>
    /// <param name="isSandbox">Whether the page may offer to send calls: it carries a mark for its scripts then.</param>
    public static PublicDocument Assemble(bool isSandbox)
    {
        var style = Text("page.css");
        string[] scripts = [.. Scripts.Select(Text)];
        var page = Text("page.html")
            .Replace("/*style*/", style, StringComparison.Ordinal)
            .Replace("<!--sandbox-->", isSandbox ? """<meta name="sandbox" content="true" />""" : "", StringComparison.Ordinal)
            .Replace(
                "<!--scripts-->",
                string.Join("\n", scripts.Select(script => $"<script>{script}</script>")),
                StringComparison.Ordinal
            );
        var policy = string.Join(
            "; ",
            "default-src 'none'",
            $"style-src {HashOf(style)}",
            $"script-src {string.Join(' ', scripts.Select(HashOf))}",
            "connect-src 'self'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'"
        );
        return new("text/html; charset=utf-8", Encoding.UTF8.GetBytes(page))
        {
            Headers = new Dictionary<string, string>
            {
                ["Content-Security-Policy"] = policy,
                ["Referrer-Policy"] = "no-referrer",
            },
        };
    }

    // Browsers read line ends as line feeds before they hash.
    private static string Text(string name) => Encoding.UTF8.GetString(ContractFiles.Bytes(name)).ReplaceLineEndings("\n");

    private static string HashOf(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
