using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Operations;

/// <summary>How many requests of storage things take; docs/deploy.md computes a month's cost from these numbers.</summary>
public sealed class StorageCostTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_refund_that_succeeds_takes_so_many_requests_from_its_accept_to_the_look_a_day_after_its_end()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        OperationId id = default;

        var accept = await sut.CountAsync(async () => id = await sut.RefundAsync());
        var run = await sut.CountAsync(() => sut.RunAsync(id));
        sut.Time.Advance(sut.Times.WatchAfterEnd);
        var watch = await sut.CountAsync(() => sut.RunWhenDueAsync(id));

        (await sut.RowAsync(id)).WatchedAt.ShouldNotBeNull();
        new[] { accept, run, watch }.ShouldBe([(8, 7), (7, 10), (6, 4)]);
        sut.Gateway.Requests.Count(request => request.ProcessType != ProcessType.Refund).ShouldBe(3);
    }

    [Fact]
    public async Task a_sweep_of_a_ledger_in_which_nothing_is_open_takes_so_many()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        var sweep = await sut.CountAsync(() => sut.Get<ISweep>().RunAsync(CancellationToken.None));

        sweep.ShouldBe((40, 0));
    }
}
