namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>Headers that speak about one connection are not passed on (RFC 9110, 7.6.1).</summary>
internal static class PassingHeaders
{
    public static bool BelongsToConnection(string name) =>
        name.ToUpperInvariant() is "CONNECTION" or "KEEP-ALIVE" or "TRANSFER-ENCODING" or "UPGRADE" or "EXPECT";
}
