using System.Net;
using System.Net.Sockets;

namespace PaymentGateway.Http.Notifications;

/// <summary>Settings <c>Notifications__…</c>.</summary>
public sealed class NotificationOptions
{
    /// <summary>
    /// From where callbacks are taken (<c>Notifications__AllowedAddresses</c>): addresses and CIDR ranges with commas between them, such as those that 2C2P publishes to merchants. Not set: from everywhere; the signature decides in
    /// any case.
    /// </summary>
    public string? AllowedAddresses { get; set; }

    /// <summary>What is wrong, or null.</summary>
    internal string? Problem() =>
        Parts().All(part => Parse(part) is not null)
            ? null
            : "Notifications__AllowedAddresses must be addresses and CIDR ranges with commas between them, such as 203.0.113.0/24,198.51.100.7.";

    /// <summary>The ranges; none: everywhere.</summary>
    internal IReadOnlyList<IPNetwork> Ranges() => [.. Parts().Select(Parse).OfType<IPNetwork>()];

    private string[] Parts() =>
        string.IsNullOrWhiteSpace(AllowedAddresses) ? [] : AllowedAddresses.Split(',', StringSplitOptions.TrimEntries);

    private static IPNetwork? Parse(string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (ParseAddress(slash < 0 ? part : part[..slash]) is not { } address)
            return null;
        if (slash < 0)
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(part, out var network) ? network : null;
    }

    // A call over IPv4 always comes with its address in IPv4's own form: in a range that is written as IPv6 there would be none. And of IPv4 only four plain numbers mean what they say: 10.1 is 10.0.0.1, and 010 is octal.
    private static IPAddress? ParseAddress(string text) =>
        IPAddress.TryParse(text, out var address)
        && !address.IsIPv4MappedToIPv6
        && (address.AddressFamily is not AddressFamily.InterNetwork || text == address.ToString())
            ? address
            : null;
}
