namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>A part that the app calls, behind the proxy.</summary>
/// <param name="Name">How its requests are called in a <see cref="Trail"/>.</param>
/// <param name="ProxyPort">Where the app finds it.</param>
/// <param name="Address">Where it really is; https means that the proxy ends TLS with the vault's own certificate.</param>
internal sealed record Upstream(string Name, int ProxyPort, Uri Address)
{
    public const string Queues = "queues";
    public const string Tables = "tables";
    public const string Gateway = "gateway";
    public const string Vault = "vault";
    public const string Identity = "identity";
}
