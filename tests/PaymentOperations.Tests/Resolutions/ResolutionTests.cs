using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Resolutions;

public sealed class ResolutionTests(LedgerStorage storage)
{
    public static TheoryData<string> Names => [.. ReviewCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [TransitionRow("T18", "T20")]
    public async Task a_person_settles_it_as_what_is_true(string name)
    {
        await using var sut = World.Start(storage);
        var (review, id) = await ArrangeAsync(sut, name);
        var sent = sut.Gateway.Sent.Count;

        var result = await sut.SayAsync(id, review.Truth, review.Reference, review.Despite);

        var settled = result.ShouldBeOfType<ResolutionResult.Settled>(Describe(result)).Operation;
        settled.NeedsReview.ShouldBeFalse();
        settled.History[^1].Note.ShouldContain("Mei Tan: I looked");
        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(1));
        row.Status.ShouldBe(review.Status);
        row.NeedsReview.ShouldBeFalse();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(review.Reserved));
        sut.Gateway.Sent.Count.ShouldBe(sent + (review.Truth == ResolutionOutcome.SendAgain ? 1 : 0));
        await ShouldRestAsync(sut, id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task what_2C2P_contradicts_is_refused_and_changes_nothing(string name)
    {
        await using var sut = World.Start(storage);
        var (review, id) = await ArrangeAsync(sut, name);
        var before = await sut.RowAsync(id);
        var sent = sut.Gateway.Sent.Count;

        foreach (var (outcome, reference, despite) in review.Wrong)
        {
            var wrong = await sut.SayAsync(id, outcome, reference, despite);

            wrong.ShouldBeOfType<ResolutionResult.Refused>($"{outcome} {reference}: {Describe(wrong)}").Reason.ShouldNotBeEmpty();
            var after = await sut.RowAsync(id);
            (after.Status, after.ReviewReason, after.NextEvent).ShouldBe((before.Status, before.ReviewReason, before.NextEvent));
            sut.Gateway.Sent.Count.ShouldBe(sent);
        }
        (await sut.SayAsync(id, review.Truth, review.Reference, review.Despite)).ShouldBeOfType<ResolutionResult.Settled>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task each_further_refund_of_one_operation_is_reserved_once(bool isFailed)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = isFailed ? await ReviewSteps.LiedAboutAsync(sut) : await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await RepeatAsync(sut, id, "9002");
        await sut.SayAsync(id, ResolutionOutcome.Succeeded, ReviewSteps.Ours, ["9002:Done"]);
        (await ReservedAsync(sut)).ShouldBe(Money.FromAmount(80m));

        await RepeatAsync(sut, id, "9003");
        await sut.SayAsync(id, ResolutionOutcome.Succeeded, ReviewSteps.Ours, ["9002:Done", "9003:Done"]);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        (await ReservedAsync(sut)).ShouldBe(Money.FromAmount(120m));
    }

    private static async Task RepeatAsync(World world, OperationId id, string reference)
    {
        ReviewSteps.Repeat(world, reference);
        await world.CallbackAsync(id.ToString(), ReviewSteps.Marked(id, CaseWorld.Says("RF", reference)));
        await world.RunAsync(id);
        (await world.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    private static async Task<Money> ReservedAsync(World world) => (await world.SnapshotAsync()).Invoice.Reserved;

    private static async Task ShouldRestAsync(World world, OperationId id)
    {
        world.Time.Advance(world.Times.WatchAfterEnd);
        await world.RunAsync(id);
        await world.RunAsync(id);

        var row = await world.RowAsync(id);
        row.ReviewReason.ShouldBeNull();
        if (row.IsFinal)
            (await world.OutstandingAsync(id)).ShouldBeNull();
    }

    private static async Task<(ReviewCase Review, OperationId Id)> ArrangeAsync(World world, string name)
    {
        var review = ReviewCases.All[name];
        world.AddPayment();
        var id = await review.Arrange(world);
        var row = await world.RowAsync(id);
        row.ReviewReason.ShouldNotBeNull($"{row.Status}").ShouldContain(review.Reason);
        // Nobody decides faster than a worker may still be sending.
        world.Time.Advance(TimeSpan.FromMinutes(5));
        return (review, id);
    }

    private static string Describe(ResolutionResult result) =>
        result is ResolutionResult.Refused refused
            ? $"{refused.Reason} {string.Join("; ", refused.Contradictions.Select(entry => $"{entry.Key} ({entry.Words})"))}"
            : $"{result}";
}
