using Azure.Core;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>A person's word beside workers that are at the operation too, or die there.</summary>
public sealed class WordAndWorkerTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(ResolutionOutcome.Succeeded, "9001", true)]
    [InlineData(ResolutionOutcome.Succeeded, "9002", false)]
    [InlineData(ResolutionOutcome.Succeeded, null, false)]
    [InlineData(ResolutionOutcome.Failed, null, false)]
    public async Task who_says_what_the_app_found_out_meanwhile_is_right_and_changes_nothing(
        ResolutionOutcome outcome,
        string? reference,
        bool isRight
    )
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut, isDone: true);
        sut.Gateway.Echoes = true;
        var found = await sut.RunWhenDueAsync(id);
        found.Status.ShouldBe(OperationStatus.Succeeded);

        var said = await sut.SayAsync(id, outcome, reference);

        (said is ResolutionResult.Settled).ShouldBe(isRight);
        (await sut.RulesAsync(id)).ShouldNotContain("T18");
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task a_word_waits_for_2C2P_and_is_weighed_by_whoever_runs_next()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        var said = await sut.SayAsync(id, ResolutionOutcome.Failed);

        sut.ListIsBack();
        var row = await sut.RunWhenDueAsync(id);

        said.ShouldBeOfType<ResolutionResult.Waiting>().Operation.NeedsReview.ShouldBeTrue();
        row.Status.ShouldBe(OperationStatus.Failed);
        (await sut.RulesAsync(id))[^1].ShouldBe("T18");
    }

    [Fact]
    public async Task a_word_while_another_worker_holds_the_claim_for_long_is_kept_for_later()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        await HoldAsync(sut, id, sut.Times.Claim);

        var said = await sut.AsTimePassesAsync(sut.SayAsync(id, ResolutionOutcome.Failed));
        var settled = await sut.RunWhenDueAsync(id);

        said.ShouldBeOfType<ResolutionResult.Waiting>();
        settled.Status.ShouldBe(OperationStatus.Failed);
    }

    [Fact]
    public async Task a_word_is_weighed_as_soon_as_another_worker_is_done()
    {
        await using var sut = World.Start(storage, times => times.WordWithin = TimeSpan.FromDays(1));
        var id = await ReviewSteps.ReviewedAsync(sut);
        var held = await HoldAsync(sut, id, TimeSpan.FromDays(2));

        var said = sut.AsTimePassesAsync(sut.SayAsync(id, ResolutionOutcome.Failed));
        await sut.Ledger.TryReplaceAsync(held with { ClaimToken = null, ClaimUntil = null }, CancellationToken.None);

        (await said).ShouldBeOfType<ResolutionResult.Settled>().Operation.Status.ShouldBe(OperationStatus.Failed);
    }

    [Fact]
    public async Task a_word_whose_process_dies_at_any_write_is_weighed_exactly_once()
    {
        for (var death = 1; ; death++)
        {
            await using var sut = World.Start(storage);
            var id = await ReviewSteps.ReviewedAsync(sut);
            var writes = 0;
            var dies = true;
            sut.Storage.After = request =>
            {
                if (dies && request.Method != RequestMethod.Get && ++writes == death)
                    throw new ProcessDiedException();
            };
            try
            {
                await sut.SayAsync(id, ResolutionOutcome.SendAgain, key: "one");
                dies = false;
            }
            catch (ProcessDiedException)
            {
                dies = false;
                await sut.AsTimePassesAsync(sut.SayAsync(id, ResolutionOutcome.SendAgain, key: "one"));
            }
            // The pointer that the word left behind comes back.
            sut.Time.Advance(TimeSpan.FromMinutes(5));
            await sut.RunAsync(id);
            await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

            (await sut.RulesAsync(id)).Count(rule => rule == "T18").ShouldBe(1, $"died after write {death}");
            sut.Gateway.Sent.Count.ShouldBe(2, $"died after write {death}");
            (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded, $"died after write {death}");
            if (writes < death)
                break;
        }
    }

    private static async Task<OperationRow> HoldAsync(World sut, OperationId id, TimeSpan time) =>
        (
            await sut.Ledger.TryReplaceAsync(
                await sut.RowAsync(id) with
                {
                    ClaimToken = "another",
                    ClaimUntil = sut.Time.GetUtcNow() + time,
                },
                CancellationToken.None
            )
        )!;
}
