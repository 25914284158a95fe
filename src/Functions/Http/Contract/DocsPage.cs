using System.Security.Cryptography;
using System.Text;

namespace PaymentGateway.Http.Contract;

/// <summary>
/// Puts the page together from its three files. Style and script stand inside the page and are named by their hashes in the content security policy, so the browser runs
/// these two and nothing else, and loads nothing from anywhere but the document beside the page.
/// </summary>
internal static class DocsPage
{
    /// <summary>The page with its policy.</summary>
    public static PublicDocument Assemble()
    {
        var style = Text("page.css");
        var script = Text("page.js");
        var page = Text("page.html")
            .Replace("/*style*/", style, StringComparison.Ordinal)
            .Replace("/*script*/", script, StringComparison.Ordinal);
        var policy = string.Join(
            "; ",
            "default-src 'none'",
            $"style-src {HashOf(style)}",
            $"script-src {HashOf(script)}",
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
