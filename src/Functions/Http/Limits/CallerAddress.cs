using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Limits;

/// <summary>
/// Where a call comes from. A caller can write any <c>X-Forwarded-For</c>, so nothing here reads one: the Functions host replaces the header by the address that it was called from, and the worker takes that one entry,
/// from its own machine only, as the address of the connection. Behind a front door of one's own it is the front door's address.
/// </summary>
internal static class CallerAddress
{
    private const int BytesOfANetwork = 8;

    /// <summary>The address, an IPv4 one always in its own form; null when the connection has none.</summary>
    public static IPAddress? Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : http.Connection.RemoteIpAddress;

    /// <summary>What is counted as one caller: an IPv4 address, or an IPv6 network of 64 bits, of which one customer has as many addresses as they like.</summary>
    public static string NameOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address?.ToString() ?? "nowhere";

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, BytesOfANetwork, bytes.Length - BytesOfANetwork);
        return $"{new IPAddress(bytes)}/64";
    }
}
