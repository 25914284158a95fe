using Azure;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>No doubt lasts without a person hearing of it, and nothing goes round in circles.</summary>
public sealed class PatienceCases(LedgerStorage storage)
{
    [Fact]
    [Case(23)]
    public async Task patience_counts_from_the_first_doubt_whatever_goes_back_and_forth()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.LostAsync(60m);
        var doubtSince = sut.Time.GetUtcNow();
        sut.Gateway.Always(
            ProcessType.RefundStatus,
            request =>
                sut.RowAsync(id).GetAwaiter().GetResult().Status == OperationStatus.Accepted
                    ? Answers.Refused(request, "16")
                    : sut.Gateway.Work(request)
        );

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(6));

        sut.ShouldBeAPersons(row);
        row.ReviewSince.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(doubtSince + sut.Times.Patience + sut.Times.LaterWait);
        (await sut.EventsAsync(id)).Count.ShouldBeLessThan(30);
    }

    [Fact]
    [Case(24)]
    public async Task a_request_that_never_leaves_is_tried_ever_more_rarely_and_a_person_hears_of_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Always(ProcessType.Refund, _ => Answers.NeverSent);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(6));

        row.Status.ShouldBe(OperationStatus.Accepted);
        row.NeedsReview.ShouldBeTrue();
        (await sut.EventsAsync(id)).Count.ShouldBeLessThan(30);
        sut.Gateway.Always(ProcessType.Refund, null);
        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(26)]
    public async Task an_answer_that_storage_does_not_take_is_kept_in_the_queue()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                sut.Storage.Before = request =>
                {
                    if (request.IsOn("operations") || request.IsOn("inbox"))
                        throw new RequestFailedException(503, "down");
                };
                return Task.FromResult(work());
            }
        );

        await sut.RunAsync(id);
        sut.Storage.Before = _ => { };
        sut.ListLags();
        var kept = sut.Pointers[^1];
        var row = await sut.RowAsync(id);
        sut.MoveTo(row.ClaimUntil!.Value + sut.Times.Skew);
        await sut.Get<IOperationRunner>().RunAsync(kept.Message, "queue", CancellationToken.None);

        kept.Message.Answer.ShouldNotBeNull();
        row.Status.ShouldBe(OperationStatus.Submitting);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T10", "T17"]);
    }

    [Fact]
    [Case(26)]
    public async Task an_answer_that_neither_storage_nor_queue_take_is_held_until_they_do()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        var queueRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                sut.Storage.Before = request =>
                {
                    if (request.IsOn("refunds"))
                        queueRefused.TrySetResult();
                    throw new RequestFailedException(503, "down");
                };
                return Task.FromResult(work());
            }
        );

        var run = sut.RunAsync(id);
        await queueRefused.Task;
        sut.Storage.Before = _ => { };
        await Eventually.IsTrueAsync(() =>
        {
            sut.Time.Advance(TimeSpan.FromSeconds(1));
            return run.IsCompleted;
        });
        await run;

        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T6"]);
    }

    [Fact]
    [Case(34)]
    public void times_that_do_not_hold_together_are_refused_by_name()
    {
        new OperationTimes { AbsentApart = TimeSpan.FromSeconds(59) }
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldContain("OperationTimes__AbsentApart");
        new OperationTimes { AbandonAfter = TimeSpan.FromSeconds(80) }
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldContain("OperationTimes__AbandonAfter");
    }
}
