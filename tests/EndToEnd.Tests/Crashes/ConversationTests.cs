using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Crashes;

public sealed class ConversationTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    public static TheoryData<string, CutMoment> Kills => RefundSteps.KilledAt(RefundSteps.Secrets);

    [Fact]
    public async Task Every_request_that_a_refund_makes_has_its_kills()
    {
        await world.BeginAfreshAsync();
        var invoiceNo = await world.Gateway.CreateAsync(KilledRefund.Merchant, 1000.00m);
        var key = ShopClient.NewKey();
        var sut = new Trail(invoiceNo, key);
        world.Follow(sut);

        await world.Shop.RefundAsync(KilledRefund.Merchant, invoiceNo, KilledRefund.Amount, key);
        await Eventually.IsTrueAsync(() => sut.Steps.Contains(RefundSteps.Run[^1]));

        // Some leave side by side: the order says nothing. On a busy machine a second pointer of the sweep repeats requests that have their kills already.
        string[] killed = [.. RefundSteps.Secrets, .. RefundSteps.Accept, .. RefundSteps.Run];
        killed.ShouldBeSubsetOf(sut.Steps);
        sut.Steps.Select(Kind).Distinct().ShouldBeSubsetOf(killed.Select(Kind));
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task A_refund_ends_once_and_true_when_the_process_dies_while_reading_secrets_for_it(
        string step,
        CutMoment moment
    )
    {
        await world.BeginAfreshAsync();

        var sut = await KilledRefund.RunAsync(world, step, moment);

        await sut.ShouldEndOnceAndTrueAsync();
    }

    private static string Kind(string step) => step.Split(" #")[0];
}
