namespace PaymentGateway.Http.Problems;

/// <summary>Settings <c>Public__…</c> that this part reads.</summary>
internal sealed class PublicOptions
{
    /// <summary>Where the app is reached from outside (<c>Public__BaseUrl</c>), without <c>/api</c>; checked where the notifyURL is built from it.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>
    /// Where this app's API reference is read (<c>Public__DocsUrl</c>): an absolute address or a path. The <c>type</c> of every problem points to the code on that page. Not set:
    /// <c>/api/docs</c> below <see cref="BaseUrl"/>.
    /// </summary>
    public string? DocsUrl { get; set; }

    /// <summary>The page, without a fragment; absolute unless the setting is a path, as RFC 9457 recommends for <c>type</c>.</summary>
    public string ErrorPage() => string.IsNullOrEmpty(DocsUrl) ? $"{BaseUrl.TrimEnd('/')}/api/docs" : DocsUrl;

    /// <summary>Whether <see cref="DocsUrl"/> can be used.</summary>
    public bool DocsUrlIsUsable() =>
        string.IsNullOrEmpty(DocsUrl)
        || (
            Uri.TryCreate(DocsUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
                ? address.Query.Length == 0 && address.Fragment.Length == 0
                : DocsUrl.StartsWith('/') && !DocsUrl.Contains('#') && Uri.IsWellFormedUriString(DocsUrl, UriKind.Relative)
        );
}
