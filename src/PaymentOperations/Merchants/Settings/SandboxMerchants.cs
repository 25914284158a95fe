namespace PaymentOperations.Merchants.Settings;

/// <summary>
/// 2C2P's public sandbox merchants, JT01 to JT08. Everybody has their keys, and there is more than one set of them (12 characters, and 64 hexadecimal digits for newer APIs), so that not the keys alone but the ids are
/// refused where the money is real.
/// </summary>
internal static class SandboxMerchants
{
    private const string Prefix = "JT0";

    public static bool Contains(string id) =>
        id.Length == Prefix.Length + 1
        && id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && id[^1] is >= '1' and <= '8';
}
