using EndToEnd.Tests.Crashes.Proxy;

namespace EndToEnd.Tests.Crashes;

/// <summary>Two classes, so that the longest row of kills is only half as long: the tests of one class run one after the other.</summary>
public abstract class AcceptKillTests(CrashWorld world, CutMoment moment) : IClassFixture<CrashWorld>
{
    public sealed class BeforeItLeft(CrashWorld world) : AcceptKillTests(world, CutMoment.BeforeItLeft)
    {
        public static TheoryData<string> Steps => RefundSteps.KilledAt(RefundSteps.Accept, CutMoment.BeforeItLeft);

        [Theory]
        [MemberData(nameof(Steps))]
        public Task A_refund_ends_once_and_true_when_the_process_dies_while_accepting_it(string step) =>
            ShouldEndOnceAndTrueAsync(step);
    }

    public sealed class AfterItsAnswerWasLost(CrashWorld world) : AcceptKillTests(world, CutMoment.AfterItsAnswerWasLost)
    {
        public static TheoryData<string> Steps => RefundSteps.KilledAt(RefundSteps.Accept, CutMoment.AfterItsAnswerWasLost);

        [Theory]
        [MemberData(nameof(Steps))]
        public Task A_refund_ends_once_and_true_when_the_process_dies_while_accepting_it(string step) =>
            ShouldEndOnceAndTrueAsync(step);
    }

    private async Task ShouldEndOnceAndTrueAsync(string step)
    {
        var sut = await KilledRefund.RunAsync(world, step, moment);

        await sut.ShouldEndOnceAndTrueAsync();
    }
}
