using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>Messages that come while another worker is at it are never dropped.</summary>
public sealed class RaceCases(LedgerStorage storage)
{
    [Fact]
    [Case(12)]
    public async Task a_late_success_of_the_first_attempt_during_the_second_calls_a_person()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.ToBeSentAgainAsync();
        sut.Gateway.Next(
            ProcessType.Refund,
            async (request, _) =>
            {
                await sut.AddLateAnswerAsync(id, CaseWorld.Says("RF", "7001", 60m));
                sut.Time.Advance(TimeSpan.FromSeconds(40));
                return Answers.Done(request, "RF", "7002");
            }
        );

        await sut.RunWhenDueAsync(id);

        var row = await sut.RowAsync(id);
        row.NeedsReview.ShouldBeTrue();
        row.ReviewReason.ShouldNotBeNull().ShouldContain("twice");
    }

    [Fact]
    [Case(12)]
    [Case(14)]
    public async Task a_pointer_that_keeps_meeting_a_claim_comes_back_when_the_claim_has_ended()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "7777", 10m));
        sut.Storage.Before = request =>
        {
            if (request.IsTransaction())
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.RunAsync(id));
        sut.Storage.Before = _ => { };
        var claimed = await sut.RowAsync(id);
        sut.Time.Advance(TimeSpan.FromSeconds(30));

        for (var repeat = 0; repeat < 6; repeat++)
            await sut.Get<IOperationRunner>().RunAsync(sut.Pointer(id) with { Repeat = repeat }, "queue", CancellationToken.None);
        var last = sut.Pointers[^1];
        sut.Time.Advance(last.Delay);
        await sut.Get<IOperationRunner>().RunAsync(last.Message, "queue", CancellationToken.None);

        (sut.Time.GetUtcNow() > claimed.ClaimUntil + sut.Times.Skew).ShouldBeTrue();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    [Case(13)]
    public async Task a_callback_during_a_call_is_judged_with_its_answer()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            async (request, work) =>
            {
                work();
                await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));
                return Answers.Refused(request, "41");
            }
        );

        await sut.RunAsync(id);
        var after = await sut.RowAsync(id);
        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(5));

        after.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(33)]
    public async Task a_void_in_its_request_begins_nothing_new_once_the_host_stops()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        sut.Gateway.Next(
            ProcessType.Inquiry,
            (_, work) =>
            {
                sut.Host.StopApplication();
                return Task.FromResult(work());
            }
        );

        var result = (await sut.AcceptAsync(sut.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();

        sut.Gateway.Sent.ShouldBeEmpty();
        result.Operation.Status.ShouldBe(OperationStatus.Accepted);
        await sut.RunAsync(result.Operation.Id);
        (await sut.RowAsync(result.Operation.Id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(33)]
    public async Task a_void_that_breaks_off_unexpectedly_is_left_to_the_queue()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        sut.Gateway.Next(ProcessType.Void, (_, _) => throw new InvalidOperationException("unexpected"));

        var result = (await sut.AcceptAsync(sut.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();
        var row = await sut.RunForAsync(result.Operation.Id, TimeSpan.FromMinutes(14));

        row.Status.ShouldBe(OperationStatus.Succeeded);
    }
}
