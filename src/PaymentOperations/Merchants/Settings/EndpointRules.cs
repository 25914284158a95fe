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

    public static Uri Default(GatewayEnvironment environment, EnvelopeKind envelope) =>
        environment is GatewayEnvironment.Live
            ? new Uri($"https://{ProductionHost}/PaymentActionV2/{Page(envelope)}")
            : new Uri($"https://{SandboxHost}/2C2PFrontend/PaymentActionV2/{Page(envelope)}");

    public static Parsed<Uri> Read(string text, GatewayEnvironment environment, EnvelopeKind envelope)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != "https" && endpoint.Scheme != "http"))
            return Wrong("must be an absolute https address.");
        if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
            return Wrong("must be https; http is allowed on a loopback host only.");
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            return Wrong("must have no user, query or fragment.");
        if (environment is GatewayEnvironment.Sandbox && IsProduction(endpoint.Host))
            return Wrong($"is 2C2P's production host {endpoint.Host}, but the merchant's environment is sandbox.");
        if (environment is GatewayEnvironment.Live && (endpoint.IsLoopback || IsDemo(endpoint.Host)))
            return Wrong($"is the test host {endpoint.Host}, but the merchant's environment is live.");
        return endpoint.AbsolutePath.EndsWith('/' + Page(Other(envelope)), StringComparison.OrdinalIgnoreCase)
            ? Wrong($"is 2C2P's page for another envelope; {envelope} is taken by {Page(envelope)}.")
            : new(endpoint, null);
    }

    private static bool IsProduction(string host) => Is2C2P(host) && !IsDemo(host);

    private static bool IsDemo(string host) =>
        Is2C2P(host)
        && (
            host.StartsWith("demo", StringComparison.OrdinalIgnoreCase)
            || host.StartsWith("sandbox", StringComparison.OrdinalIgnoreCase)
        );

    // alipay.com: the production gateway of Indonesia.
    private static bool Is2C2P(string host) =>
        host.Equals("2c2p.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".2c2p.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".alipay.com", StringComparison.OrdinalIgnoreCase);

    private static EnvelopeKind Other(EnvelopeKind envelope) =>
        envelope is EnvelopeKind.Pkcs7 ? EnvelopeKind.Base64 : EnvelopeKind.Pkcs7;

    private static string Page(EnvelopeKind envelope) => envelope is EnvelopeKind.Pkcs7 ? Pkcs7Page : Base64Page;

    private static Parsed<Uri> Wrong(string fault) => new(null, fault);
}
