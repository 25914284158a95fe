using System.Diagnostics.Metrics;
using Azure.Core;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing.Telemetry;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Sweeping;

/// <summary>An operation that has ended and was watched leaves what is outstanding. A worker stands still on the way, and meanwhile another one calls a person.</summary>
public sealed class LeavingTests(LedgerStorage storage)
{
    [Theory]
    [InlineData("GET", "outstanding(")]
    [InlineData("GET", "operations(PartitionKey")]
    [InlineData("DELETE", "outstanding(")]
    public async Task a_review_that_a_contradiction_raised_meanwhile_stays_counted(string method, string address)
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        sut.MoveTo((await sut.RowAsync(id)).NextActionAt + sut.Times.WatchAfterEnd);
        var stoodStill = StandStill(sut, method, address, () => ContradictAsync(sut, id));

        await sut.RunAsync(id);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        stoodStill().ShouldBeTrue();
        (await sut.RowAsync(id)).ShouldSatisfyAllConditions(
            row => row.WatchedAt.ShouldNotBeNull(),
            row => row.NeedsReview.ShouldBeTrue()
        );
        (await sut.OutstandingAsync(id)).ShouldNotBeNull().GetBoolean("needsReview").ShouldBe(true);
        metrics.Read(OperationMetricNames.NeedsReview).ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Fact]
    public async Task a_row_that_was_put_off_meanwhile_leaves_with_the_next_look()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        sut.MoveTo((await sut.RowAsync(id)).NextActionAt + sut.Times.WatchAfterEnd);
        StandStill(
            sut,
            "DELETE",
            "outstanding(",
            () =>
                sut.Get<PaymentOperations.Storage.OpenOperations>()
                    .NoteFailureAsync(sut.Merchant.Id, id, sut.Time.GetUtcNow(), CancellationToken.None)
        );

        await sut.RunAsync(id);
        var stayed = await sut.OutstandingAsync(id);
        await sut.RunAsync(id);

        stayed.ShouldNotBeNull();
        (await sut.OutstandingAsync(id)).ShouldBeNull();
    }

    private static async Task ContradictAsync(World sut, OperationId id)
    {
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));
        await sut.RunAsync(id);
    }

    /// <summary>Once, before the first such request after the watch was written down.</summary>
    private static Func<bool> StandStill(World sut, string method, string address, Func<Task> meanwhile)
    {
        var (isWatched, isDone) = (false, false);
        sut.Storage.Before = request =>
        {
            isWatched |= request.IsWrite() && request.IsOn("index");
            if (!isWatched || request.Method != RequestMethod.Parse(method) || !request.IsOn(address))
                return;

            sut.Storage.Before = _ => { };
            isDone = true;
            meanwhile().GetAwaiter().GetResult();
        };
        return () => isDone;
    }
}
