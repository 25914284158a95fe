namespace PaymentOperations.Merchants.Settings;

/// <summary>Which of 2C2P's worlds a host belongs to.</summary>
internal static class GatewayHosts
{
    // 2c2p.com and, for Indonesia and Vietnam, its neighbours' domains.
    private static readonly string[] Domains = ["2c2p.com", "alipay.com", "m-pay.vn"];

    private static readonly string[] WordsOfTests = ["demo", "sandbox", "test", "uat", "staging"];

    /// <summary>Whether real money moves there.</summary>
    public static bool IsProduction(Uri address) => Is2C2P(address) && !IsNamedForTests(address);

    /// <summary>Whether it is a system for trying things out, 2C2P's or one on this machine.</summary>
    public static bool IsForTests(Uri address) => address.IsLoopback || (Is2C2P(address) && IsNamedForTests(address));

    private static bool Is2C2P(Uri address) =>
        Domains.Any(domain =>
            Host(address).Equals(domain, StringComparison.OrdinalIgnoreCase)
            || Host(address).EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsNamedForTests(Uri address) =>
        Host(address)
            .Split('.', '-')
            .Any(label => WordsOfTests.Any(word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    // A point at the end is the same host.
    private static string Host(Uri address) => address.IdnHost.TrimEnd('.');
}
