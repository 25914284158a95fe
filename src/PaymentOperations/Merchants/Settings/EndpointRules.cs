using TwoC2P.Envelopes;

namespace PaymentOperations.Merchants.Settings;

/// <summary>
/// 2C2P's Payment Action addresses, and the guard between its two worlds: a merchant that is set to sandbox must not reach real
/// money, and one that is set to live must not believe a demo system.
/// </summary>
internal static class EndpointRules
{
    private const string SandboxHost = "demo2.2c2p.com";
    private const string ProductionHost = "t.2c2p.com";
    private const string Base64Page = "PaymentProcess.aspx";
    private const string Pkcs7Page = "PaymentAction.aspx";
    private const string JosePath = "2.0/action";

    public static Uri Default(GatewayEnvironment environment, EnvelopeKind envelope) =>
        environment is GatewayEnvironment.Live
            ? new Uri($"https://{ProductionHost}/{Folder(envelope)}/{Page(envelope)}")
            : new Uri($"https://{SandboxHost}/2C2PFrontend/{Folder(envelope)}/{Page(envelope)}");

    public static Parsed<Uri> Read(string text, GatewayEnvironment environment, EnvelopeKind envelope)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != "https" && endpoint.Scheme != "http"))
            return Wrong("must be an absolute https address.");
        if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
            return Wrong("must be https; http is allowed on a loopback host only.");
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            return Wrong("must have no user, query or fragment.");
        if (environment is GatewayEnvironment.Sandbox && GatewayHosts.IsProduction(endpoint))
            return Wrong($"is 2C2P's production host {endpoint.Host}, but the merchant's environment is sandbox.");
        if (environment is GatewayEnvironment.Live && GatewayHosts.IsForTests(endpoint))
            return Wrong($"is the test host {endpoint.Host}, but the merchant's environment is live.");
        return Enum.GetValues<EnvelopeKind>().Any(other => other != envelope && TakesOnly(endpoint, other))
            ? Wrong($"is 2C2P's page for another envelope; {envelope} is taken by {Page(envelope)}.")
            : new(endpoint, null);
    }

    private static bool TakesOnly(Uri endpoint, EnvelopeKind envelope) =>
        endpoint.AbsolutePath.EndsWith('/' + Page(envelope), StringComparison.OrdinalIgnoreCase);

    private static string Folder(EnvelopeKind envelope) => envelope is EnvelopeKind.Jose ? "PaymentAction" : "PaymentActionV2";

    private static string Page(EnvelopeKind envelope) =>
        envelope switch
        {
            EnvelopeKind.Jose => JosePath,
            EnvelopeKind.Pkcs7 => Pkcs7Page,
            _ => Base64Page,
        };

    private static Parsed<Uri> Wrong(string fault) => new(null, fault);
}
