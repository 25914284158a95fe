using System.Net;
using Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Limits;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;

namespace Functions.Tests.Security;

public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData(null, null)]
    public void it_is_the_connections_and_ipv4_in_its_own_form(string? connection, string? expected)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = connection is null ? null : IPAddress.Parse(connection);
        http.Request.Headers["X-Forwarded-For"] = "198.51.100.1";

        $"{CallerAddress.Of(http)}".ShouldBe(expected ?? "");
    }

    [Theory]
    [InlineData("2001:db8:1::7", true)]
    [InlineData("2001:db9::7", false)]
    [InlineData("203.0.113.7", false)]
    [InlineData(null, false)]
    public void a_range_holds_addresses_of_its_own_kind_and_never_one_that_is_not_known(string? address, bool isAllowed)
    {
        var key = FakeMerchants.KeyOf("key", "payments:read") with { Addresses = [IPNetwork.Parse("2001:db8::/32")] };

        var refused = KeyRules.Refuse(
            key,
            "key",
            address is null ? null : IPAddress.Parse(address),
            "payments:read",
            origin: default
        );

        refused?.Code.ShouldBe(ErrorCodes.AddressNotAllowed);
        (refused is null).ShouldBe(isAllowed);
    }
}
