using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;
using PaymentOperations.Workflow;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>A 2C2P that says nothing is waited for a while, and is never taken for agreement.</summary>
public sealed class SilenceTests(LedgerStorage storage)
{
    [Fact]
    public async Task no_answer_is_no_agreement()
    {
        await using var sut = await DoneAsync(1);
        sut.Reconciliation().Patience = TimeSpan.Zero;
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);

        await Report(sut, Finding.Unreadable);
    }

    [Fact]
    public async Task a_question_that_never_left_is_no_agreement()
    {
        await using var sut = await DoneAsync(1);
        sut.Reconciliation().Patience = TimeSpan.Zero;
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.NeverSent);

        await Report(sut, Finding.Unasked);
    }

    [Theory]
    [InlineData("97")]
    [InlineData("98")]
    public async Task a_list_that_2C2P_does_not_give_is_no_agreement(string code)
    {
        await using var sut = await DoneAsync(1);
        sut.Gateway.Always(ProcessType.RefundStatus, request => Answers.Refused(request, code));

        await Report(sut, Finding.Unreadable);
    }

    [Fact]
    public async Task with_an_open_circuit_nobody_is_asked()
    {
        await using var sut = await DoneAsync(GatewayCircuits.Failures + 8);
        sut.Reconciliation().Patience = TimeSpan.Zero;
        // The answers to the refunds themselves are no evidence any more.
        sut.Time.Advance(TimeSpan.FromMinutes(10));
        var before = sut.Gateway.Requests.Count;
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);

        var report = await sut.ReconcileAsync();

        report.Count(line => line.Finding == Finding.Agree).ShouldBe(0);
        report.Count.ShouldBe(GatewayCircuits.Failures + 8);
        report.Count(line => line.Finding == Finding.Unasked).ShouldBeGreaterThan(0);
        (sut.Gateway.Requests.Count - before).ShouldBeLessThan(report.Count);
    }

    [Fact]
    public async Task an_outage_is_waited_for_and_loses_nothing()
    {
        await using var sut = await DoneAsync(6);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        for (var slice = 0; slice < 3; slice++)
        {
            await sut.SliceAsync(await sut.RunRowAsync());
            (await sut.RunRowAsync()).Invoices.ShouldBe(0);
            sut.Time.Advance(sut.Times.GatewayBreak);
        }

        sut.Gateway.Always(ProcessType.RefundStatus, null);
        await sut.GoOnAsync(sut.Today());

        var report = await sut.ReportAsync(sut.Today());
        report.Count.ShouldBe(6);
        report.ShouldAllBe(line => line.Finding == Finding.Agree);
    }

    [Fact]
    public async Task a_long_outage_is_reported_in_the_end()
    {
        await using var sut = await DoneAsync(6);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        while (await sut.RunRowAsync() is { IsCleared: false } row)
        {
            await sut.SliceAsync(row);
            sut.Time.Advance(TimeSpan.FromMinutes(4));
        }

        var report = await sut.ReportAsync(sut.Today());
        report.Count.ShouldBe(6);
        report.ShouldAllBe(line => line.Finding == Finding.Unreadable);
    }

    private async Task<World> DoneAsync(int invoices)
    {
        var world = World.Start(storage);
        for (var i = 0; i < invoices; i++)
        {
            world.AddPayment($"INV-{i}");
            await world.DoneRefundAsync(invoiceNo: $"INV-{i}");
        }

        return world;
    }

    private static async Task Report(World world, Finding finding) =>
        (await world.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(finding);
}
