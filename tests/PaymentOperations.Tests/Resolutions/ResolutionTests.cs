using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Resolutions;

public sealed class ResolutionTests(LedgerStorage storage)
{
    public static TheoryData<string> Names => [.. ReviewCases.All.Keys];

    public static TheoryData<string, int> WrongWords =>
        [.. ReviewCases.All.SelectMany(one => one.Value.Wrong.Select((_, index) => (one.Key, index)))];

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
    }

    [Theory]
    [MemberData(nameof(WrongWords))]
    public async Task what_2C2P_contradicts_is_refused_and_changes_nothing(string name, int wrong)
    {
        await using var sut = World.Start(storage);
        var (review, id) = await ArrangeAsync(sut, name);
        var before = await sut.RowAsync(id);
        var sent = sut.Gateway.Sent.Count;
        var (outcome, reference, despite) = review.Wrong[wrong];

        var result = await sut.SayAsync(id, outcome, reference, despite);

        result.ShouldBeOfType<ResolutionResult.Refused>(Describe(result)).Reason.ShouldNotBeEmpty();
        var after = await sut.RowAsync(id);
        (after.Status, after.ReviewReason, after.NextEvent).ShouldBe((before.Status, before.ReviewReason, before.NextEvent));
        sut.Gateway.Sent.Count.ShouldBe(sent);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task the_true_word_is_still_followed_after_every_wrong_one(string name)
    {
        await using var sut = World.Start(storage);
        var (review, id) = await ArrangeAsync(sut, name);
        foreach (var (outcome, reference, despite) in review.Wrong)
            await sut.SayAsync(id, outcome, reference, despite);

        var result = await sut.SayAsync(id, review.Truth, review.Reference, review.Despite);

        result.ShouldBeOfType<ResolutionResult.Settled>(Describe(result));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_settled_operation_rests(string name)
    {
        await using var sut = World.Start(storage);
        var (review, id) = await ArrangeAsync(sut, name);
        await sut.SayAsync(id, review.Truth, review.Reference, review.Despite);
        await sut.RunForAsync(id, TimeSpan.FromMinutes(1));
        sut.Time.Advance(sut.Times.WatchAfterEnd);

        await sut.RunAsync(id);
        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.ReviewReason.ShouldBeNull();
        if (row.IsFinal)
            (await sut.OutstandingAsync(id)).ShouldBeNull();
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
