using System.Net;
using PaymentOperations.Events;

namespace PaymentOperations.Tests.Events;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("52.187.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void addresses_of_the_internet_are_public(string address)
    {
        PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void addresses_inside_networks_are_not(string address)
    {
        PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBeFalse();
    }

    [Fact]
    public async Task a_name_that_leads_inside_is_refused_where_the_connection_is_made()
    {
        var asked = 0;
        Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            asked++;
            return Task.FromResult(new[] { IPAddress.Parse("10.0.0.8"), IPAddress.Loopback });
        }

        await Should.ThrowAsync<ForbiddenAddressException>(async () =>
            await PublicConnections.ConnectAsync(new DnsEndPoint("rebound.example.com", 443), ResolveAsync, default)
        );

        asked.ShouldBe(1);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    public async Task a_literal_address_is_looked_at_too(string host)
    {
        await Should.ThrowAsync<ForbiddenAddressException>(async () =>
            await PublicConnections.ConnectAsync(
                new DnsEndPoint(host, 443),
                (_, _) => Task.FromResult(Array.Empty<IPAddress>()),
                default
            )
        );
    }
}
