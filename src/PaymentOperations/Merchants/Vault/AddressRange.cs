using System.Net;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads ranges of IP addresses in CIDR form, such as <c>203.0.113.0/24</c> and <c>2001:db8::/32</c>.</summary>
internal static class AddressRange
{
    /// <returns>Null when it is no range, one whose address has bits beyond its prefix (which of the two is meant is not guessed), or one of IPv4 in the form of IPv6.</returns>
    public static IPNetwork? Read(string? text) =>
        text is not null
        && text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && IPAddress.TryParse(text.AsSpan(0, slash), out var address)
        // A call over IPv4 always comes with its address in IPv4's own form, so that no call would be in such a range.
        && !address.IsIPv4MappedToIPv6
        && IPNetwork.TryParse(text, out var range)
        && range.BaseAddress.Equals(address)
            ? range
            : null;

    /// <returns>Null when one of them is no range, or when there is none: a list that names nobody is a mistake.</returns>
    public static IReadOnlyList<IPNetwork>? ReadAll(IReadOnlyList<string> texts)
    {
        var ranges = texts.Select(Read).OfType<IPNetwork>().ToList();
        return ranges.Count == texts.Count && ranges.Count > 0 ? ranges : null;
    }
}
