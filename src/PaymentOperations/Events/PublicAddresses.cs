using System.Net;
using System.Net.Sockets;

namespace PaymentOperations.Events;

/// <summary>Tells addresses of the public internet from all others (IANA special-purpose registries, RFC 6890).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        // Among them 169.254.169.254, where clouds give out credentials.
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        // Multicast, reserved, broadcast.
        IPNetwork.Parse("224.0.0.0/3"),
        // Azure's own platform address, reachable from every virtual machine.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    // What is not in the one block that is given out, or is, for documentation and tunnels that end anywhere.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] SpecialV6 =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Special.Any(network => network.Contains(address))
            : GlobalUnicast.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }
}
