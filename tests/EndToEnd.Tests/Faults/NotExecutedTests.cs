using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>2C2P did nothing, and nobody can know at first: it is sent again only where a second execution is impossible.</summary>
public abstract class NotExecutedTests(World world, string envelope)
{
    public sealed class Base64(World world) : NotExecutedTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : NotExecutedTests(world, Envelopes.Jose);

    [Theory]
    [InlineData("closed-after-reading")]
    [InlineData("http-500")]
    [InlineData("no-answer")]
    public async Task It_is_sent_again_when_the_merchant_vouches_that_nothing_is_executed_later(string kind)
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Bounded.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault(kind)
        );

        sut.ShouldHaveSucceeded(requests: 2);
    }
}
