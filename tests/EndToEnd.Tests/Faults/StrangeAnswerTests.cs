using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>An answer that is not 2C2P's word is no answer: the refund is asked about.</summary>
public abstract class StrangeAnswerTests(World world, string envelope)
{
    public sealed class Base64(World world) : StrangeAnswerTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : StrangeAnswerTests(world, Envelopes.Jose);

    [Theory]
    [InlineData("html")]
    [InlineData("redirect")]
    [InlineData("refusal-without-hash")]
    public async Task It_proves_nothing_and_the_refund_still_ends_once(string kind)
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Bounded.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault(kind)
        );

        sut.ShouldHaveSucceeded(requests: 2);
        sut.Operation.Json["history"]!.AsArray().ShouldContain(entry => entry!["to"]!.ToString() == "unknown");
    }

    [Fact]
    public async Task A_redirect_is_never_followed()
    {
        await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Plain.In(envelope),
            FaultyRefund.MoreThanHalf,
            new GatewayFault("redirect") { Seconds = 0 }
        );

        var calls = await world.Gateway.GetAsync("calls");

        calls.AsArray().ShouldNotContain(call => "redirect-followed" == (string?)call!["fault"]);
    }
}
