using EndToEnd.Tests.Crashes.Proxy;

namespace EndToEnd.Tests.Crashes;

public sealed class RunKillTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    public static TheoryData<string, CutMoment> Kills => RefundSteps.KilledAt(RefundSteps.Run);

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task A_refund_ends_once_and_true_when_the_process_dies_while_running_it(string step, CutMoment moment)
    {
        var sut = await KilledRefund.RunAsync(world, step, moment);

        await sut.ShouldEndOnceAndTrueAsync();
    }
}
