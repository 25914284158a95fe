namespace Operator.Api;

/// <summary>A deployment, a merchant and a key.</summary>
/// <param name="Merchant">Base address of the merchant's resources, with a slash at its end.</param>
/// <param name="Key">The API key.</param>
internal sealed record ApiTarget(Uri Merchant, string Key)
{
    private const string SandboxUrl = "http://127.0.0.1:7071/api";

    /// <summary>Reads it from the command line and the environment.</summary>
    /// <returns>The target, or what is wrong.</returns>
    public static (ApiTarget? Target, string? Problem) Of(ApiSettings settings, Func<string, string?> environment)
    {
        var url = settings.Url ?? environment("GATEWAY_URL") ?? SandboxUrl;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address is not { Scheme: "https" or "http", Query: "" })
            return (null, "Give --url (or GATEWAY_URL) as an address such as https://pay.example.com/api.");
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            return (null, "Give an https address: an API key is not sent in clear.");
        if ((settings.Merchant ?? environment("GATEWAY_MERCHANT")) is not { Length: > 0 } merchant)
            return (null, "Give --merchant (or GATEWAY_MERCHANT).");
        if (environment("GATEWAY_API_KEY") is not { Length: > 0 } key)
            return (null, "Set GATEWAY_API_KEY to an API key of the merchant; it is not given on the command line.");
        if (key.Any(character => character is <= ' ' or > '~'))
            return (null, "GATEWAY_API_KEY has characters that no API key has. Look what was copied with it.");
        return (new(new Uri($"{address.AbsoluteUri.TrimEnd('/')}/merchants/{Uri.EscapeDataString(merchant)}/"), key), null);
    }

    // A record's own text would show the key.
    /// <inheritdoc />
    public override string ToString() => Merchant.ToString();
}
