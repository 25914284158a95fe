using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>A person says which refund it is, and 2C2P has still to decide: they are not called again for what they answered, and hear all that comes later.</summary>
public sealed class StillPendingTests(LedgerStorage storage)
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    [Fact]
    public async Task a_callback_that_a_person_overruled_is_not_told_again()
    {
        await using var sut = World.Start(storage);
        var id = await OverruledAsync(sut);

        var row = await sut.RunForAsync(id, Days);

        row.Status.ShouldBe(OperationStatus.Pending);
        row.ReviewReason.ShouldBeNull();
    }

    [Fact]
    public async Task a_callback_that_comes_after_it_is_told()
    {
        await using var sut = World.Start(storage);
        var id = await OverruledAsync(sut);
        sut.Time.Advance(TimeSpan.FromHours(1));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));

        (await sut.RunForAsync(id, Days)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task a_second_refund_of_it_is_told_once_and_in_the_end_held_against_the_first()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.PendingAsync(sut);
        var payment = ReviewSteps.Payment(sut);
        payment.Refunds.Add(payment.Refunds[0] with { Reference = "9009" });
        (await sut.RunForAsync(id, TimeSpan.FromHours(1))).ReviewReason.ShouldNotBeNull().ShouldContain("more than one refund");
        (
            await sut.SayAsync(id, ResolutionOutcome.Succeeded, ReviewSteps.Ours, ["9009:Taken"])
        ).ShouldBeOfType<ResolutionResult.Settled>();

        (await sut.RunForAsync(id, Days)).ReviewReason.ShouldBeNull();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(2 * CaseWorld.Amount));

        payment.Refunds.Add(payment.Refunds[0] with { Reference = "9010" });
        (await sut.RunForAsync(id, TimeSpan.FromHours(2))).ReviewReason.ShouldNotBeNull().ShouldContain("9010");
    }

    private static async Task<OperationId> OverruledAsync(World world)
    {
        var id = await ReviewSteps.PendingAsync(world);
        await world.CallbackAsync(id.ToString(), CaseWorld.Says("RFF"));
        (await world.RunForAsync(id, TimeSpan.FromHours(30))).NeedsReview.ShouldBeTrue();
        (
            await world.SayAsync(id, ResolutionOutcome.Succeeded, ReviewSteps.Ours, [$"{ReviewSteps.Ours}:Failed"])
        ).ShouldBeOfType<ResolutionResult.Settled>();
        return id;
    }
}
