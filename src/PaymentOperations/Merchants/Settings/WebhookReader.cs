namespace PaymentOperations.Merchants.Settings;

/// <summary>Reads where a merchant wants to be told what happened (<c>Merchants__{id}__Webhooks__…</c>).</summary>
internal static class WebhookReader
{
    private const string Url = "Webhooks:Url";
    private const string SecretName = "Webhooks:SecretName";
    private const int MaxUrlLength = 2_000;
    private const int MaxSecretNameLength = 127;

    public static IReadOnlyList<string> Names { get; } = [Url, SecretName];

    /// <returns>Null when there is none, or it is wrong and was reported.</returns>
    public static WebhookEndpoint? Read(SettingValues values, string merchantId, GatewayEnvironment environment)
    {
        var url = values.Read(Url, text => ReadUrl(text, environment), otherwise: null);
        var secretName = values.Read(SecretName, ReadSecretName, $"{merchantId}-webhook-secret");
        if (values.Has(SecretName) && !values.Has(Url))
            values.Report(SecretName, "needs Webhooks__Url: without it nothing is signed.");
        return url is null || secretName is null ? null : new WebhookEndpoint(url, secretName);
    }

    // Where a name leads is looked at when a connection is made: only then is it known.
    private static Parsed<Uri> ReadUrl(string text, GatewayEnvironment environment)
    {
        if (
            text.Length > MaxUrlLength
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        )
            return new(null, $"must be an absolute https address of at most {MaxUrlLength} characters.");
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return new(null, "must have no user and no fragment; receivers are told apart by the signature.");
        if (environment is GatewayEnvironment.Live && url.Scheme != Uri.UriSchemeHttps)
            return new(null, "must be https; http is for sandbox merchants only.");
        return environment is GatewayEnvironment.Live && url.IsLoopback
            ? new(null, "is a loopback host, which is for sandbox merchants only.")
            : new(url, null);
    }

    private static Parsed<string> ReadSecretName(string text) =>
        text.Length <= MaxSecretNameLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            ? new(text, null)
            : new(null, $"is no name of a Key Vault secret: at most {MaxSecretNameLength} letters, digits and hyphens.");
}
