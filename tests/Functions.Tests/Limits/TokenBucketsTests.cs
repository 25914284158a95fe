using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using PaymentGateway.Http.Limits;

namespace Functions.Tests.Limits;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void permits_come_back_at_their_rate_and_never_more_than_the_burst()
    {
        var sut = new TokenBuckets(perSecond: 4, burst: 2, time);
        Take(sut, "a", 2);

        sut.Take("a").ShouldBe(TimeSpan.FromMilliseconds(250));
        time.Advance(TimeSpan.FromMilliseconds(100));
        sut.Take("a").ShouldBe(TimeSpan.FromMilliseconds(150));
        time.Advance(TimeSpan.FromMilliseconds(150));
        Take(sut, "a", 1);
        time.Advance(TimeSpan.FromHours(1));
        Take(sut, "a", 2);
        sut.Take("a").ShouldNotBeNull();
    }

    [Fact]
    public void looking_takes_nothing()
    {
        var sut = new TokenBuckets(perSecond: 1, burst: 1, time);

        sut.HasPermit("a").ShouldBeTrue();
        sut.HasPermit("a").ShouldBeTrue();
        Take(sut, "a", 1);
        sut.HasPermit("a").ShouldBeFalse();
    }

    [Fact]
    public void with_too_many_names_further_ones_share_one_bucket_until_others_are_full_again()
    {
        var sut = new TokenBuckets(perSecond: 1, burst: 1, time);
        for (var name = 0; name < TokenBuckets.MostNames; name++)
            Take(sut, name.ToString(CultureInfo.InvariantCulture), 1);

        Take(sut, "one more", 1);
        sut.Take("and another").ShouldNotBeNull();

        time.Advance(TimeSpan.FromSeconds(1));
        Take(sut, "and another", 1);
        Take(sut, "and a third", 1);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void an_ipv6_network_counts_as_one_caller(string address, string name) =>
        CallerAddress.NameOf(IPAddress.Parse(address)).ShouldBe(name);

    private static void Take(TokenBuckets buckets, string name, int times)
    {
        for (var count = 0; count < times; count++)
            buckets.Take(name).ShouldBeNull();
    }
}
