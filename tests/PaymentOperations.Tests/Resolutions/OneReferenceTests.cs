using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>2C2P answers one operation with a reference, and lists that refund with the mark of another.</summary>
public sealed class OneReferenceTests(LedgerStorage storage)
{
    [Fact]
    public async Task the_one_that_failed_is_settled_first_and_then_the_one_that_the_mark_names()
    {
        await using var sut = World.Start(storage);
        var (first, second) = await ArrangeAsync(sut);

        var early = await sut.SayAsync(second, ResolutionOutcome.Succeeded, ReviewSteps.Ours);
        var failed = await sut.SayAsync(first, ResolutionOutcome.Failed, despite: [$"{ReviewSteps.Ours}:Done"]);
        var succeeded = await sut.SayAsync(second, ResolutionOutcome.Succeeded, ReviewSteps.Ours);

        early.ShouldBeOfType<ResolutionResult.Refused>().Reason.ShouldContain("settle that one first");
        failed.ShouldBeOfType<ResolutionResult.Settled>().Operation.NeedsReview.ShouldBeFalse();
        succeeded.ShouldBeOfType<ResolutionResult.Settled>().Operation.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    private static async Task<(OperationId First, OperationId Second)> ArrangeAsync(World world)
    {
        world.AddPayment();
        var first = await world.RefundAsync(CaseWorld.Amount);
        world.Gateway.Next(ProcessType.Refund, _ => Answers.Of(CaseWorld.Says("RFF", ReviewSteps.Ours, code: "45")));
        await world.RunAsync(first);
        (await world.RowAsync(first)).Status.ShouldBe(OperationStatus.Failed);
        var second = await world.LostAsync();
        ReviewSteps
            .Payment(world)
            .Refunds.Add(new GatewayRefund(ReviewSteps.Ours, Money.FromAmount(CaseWorld.Amount), "RF", second.ToString()));
        await ReviewSteps.ReviewedAsync(world, second);
        (await world.RowAsync(second)).ReviewReason.ShouldNotBeNull().ShouldContain("nothing tells whose it is");
        await world.RunAsync(first);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        return (first, second);
    }
}
