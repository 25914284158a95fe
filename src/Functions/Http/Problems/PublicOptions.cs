namespace PaymentGateway.Http.Problems;

/// <summary>Settings <c>Public__…</c> that this part reads.</summary>
internal sealed class PublicOptions
{
    /// <summary>
    /// Where the folder <c>docs/</c> can be read (<c>Public__DocsUrl</c>): an absolute address or a path. The <c>type</c> of every problem points into it.
    /// </summary>
    public string DocsUrl { get; set; } = "/docs";

    /// <summary>Whether <see cref="DocsUrl"/> can be used.</summary>
    public bool DocsUrlIsUsable() =>
        Uri.TryCreate(DocsUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.Query.Length == 0 && address.Fragment.Length == 0
            : DocsUrl.StartsWith('/') && Uri.IsWellFormedUriString(DocsUrl, UriKind.Relative);
}
