using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>2C2P refunded, but its answer did not arrive, or not so that it can be believed: the mark in its list tells.</summary>
public abstract class LostAnswerTests(World world, string envelope)
{
    public sealed class Base64(World world) : LostAnswerTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : LostAnswerTests(world, Envelopes.Jose);

    [Theory]
    [InlineData("answer-lost", 0)]
    [InlineData("wrong-hash", 0)]
    [InlineData("truncated", 0)]
    [InlineData("late-work", 3)]
    [InlineData("delay", 4)]
    public async Task A_refund_without_a_believable_answer_is_found_in_the_list_and_not_sent_again(string kind, double seconds)
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Plain.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault(kind) { Seconds = seconds }
        );

        sut.ShouldHaveSucceeded(requests: 1);
    }

    [Fact]
    public async Task An_answer_that_is_late_but_within_the_deadline_counts()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Plain.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault("delay") { Seconds = 0.8 }
        );

        sut.ShouldHaveSucceeded(requests: 1);
        sut.Operation.Json["history"]!.AsArray().ShouldNotContain(entry => entry!["to"]!.ToString() == "unknown");
    }
}
