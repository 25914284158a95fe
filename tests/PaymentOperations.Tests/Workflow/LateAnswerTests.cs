using System.Text.Json;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class LateAnswerTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T17")]
    public async Task a_worker_that_lost_its_claim_writes_nothing_and_hands_its_answer_over()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = false;
        var id = await sut.RefundAsync();
        sut.Gateway.Next(
            ProcessType.Refund,
            async (_, work) =>
            {
                var answer = work();
                sut.Time.Advance(sut.Times.Claim + sut.Times.Skew + TimeSpan.FromSeconds(1));
                await sut.RunAsync(id);
                return answer;
            }
        );

        await sut.RunAsync(id);
        var handedOver = await sut.RowAsync(id);
        var news = await sut.NewsAsync(id);
        await sut.RunAsync(id);

        handedOver.Status.ShouldBe(OperationStatus.Unknown);
        news.ShouldHaveSingleItem().Kind.ShouldBe(InboxKind.LateAnswer);
        sut.Pointers.ShouldContain(pointer => pointer.Message.OperationId == id.ToString() && pointer.Delay == TimeSpan.Zero);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T10", "T17"]);
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_instance_that_does_not_know_the_merchant_keeps_the_answer_that_only_the_message_has()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = false;
        var id = await UnknownAsync(sut);
        var answer = Answers.Message(Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(60m), "9001")).Answer;
        var message = sut.Pointer(id) with
        {
            MerchantId = "configured-elsewhere",
            Attempt = 1,
            Answer = JsonSerializer.Serialize(answer, OperationRowJson.Default.DecisiveAnswer),
        };

        await sut.Get<IOperationRunner>().RunAsync(message, "older instance", CancellationToken.None);
        var kept = await sut.NewsAsync(id);
        await sut.RunAsync(id);

        kept.ShouldHaveSingleItem().Kind.ShouldBe(InboxKind.LateAnswer);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Theory]
    [TransitionRow("T17")]
    [InlineData("41", OperationStatus.Failed)]
    [InlineData("49", OperationStatus.Failed)]
    public async Task a_late_refusal_of_the_only_attempt_counts_as_one_in_time_would(string code, OperationStatus expected)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await UnknownAsync(sut);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", code));

        await sut.RunAsync(id);
        var row = await sut.RowAsync(id);
        if (!row.IsFinal)
            row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        row.Status.ShouldBe(expected);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
    }

    [Fact]
    [TransitionRow("T17")]
    public async Task with_two_attempts_a_late_refusal_says_nothing()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await TwoAttemptsAsync(sut);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "41"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Unknown);
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    [TransitionRow("T17")]
    public async Task with_two_attempts_a_late_success_counts_and_calls_a_person()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await TwoAttemptsAsync(sut);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(60m), "7001"));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Reference.ShouldBe("7001");
        row.NeedsReview.ShouldBeTrue();
    }

    [Theory]
    [TransitionRow("T17")]
    [InlineData("7002", true)]
    [InlineData("7001", false)]
    public async Task a_late_success_with_another_reference_than_the_pending_refunds_is_a_possible_double(
        string reference,
        bool needsReview
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RP", "7001", "42"));
        await sut.RunAsync(id);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), reference));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Pending);
        row.Reference.ShouldBe("7001");
        row.NeedsReview.ShouldBe(needsReview);
        (await sut.SnapshotAsync()).References.Keys.ShouldBe(["7001"]);
    }

    [Fact]
    [TransitionRow("T17")]
    public async Task an_operation_that_was_to_be_sent_again_takes_the_late_answer_instead()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await UnknownAsync(sut);
        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(60m), "7001"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [TransitionRow("T19")]
    [InlineData("RF", "9001", false)]
    [InlineData("RR", "9001", true)]
    [InlineData("RF", "7777", true)]
    public async Task a_message_after_the_end_is_put_on_record_and_only_a_contradiction_calls_a_person(
        string status,
        string reference,
        bool contradicts
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        await sut.CallbackAsync(id.ToString(), Answers.Response("R", "INV-1", "00", status, Money.FromAmount(10m), reference));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.NeedsReview.ShouldBe(contradicts);
        (await sut.RulesAsync(id))[^1].ShouldBe("T19");
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Theory]
    [TransitionRow("T19")]
    [InlineData("00", "RF")]
    [InlineData("42", "RP")]
    public async Task a_yes_after_a_failure_calls_a_person(string code, string status)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "41"));
        await sut.RunAsync(id);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", code, status, Money.FromAmount(10m), "7001"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    [TransitionRow("T14")]
    public async Task a_refusal_and_a_yes_decide_nothing_and_a_person_sees_both()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await UnknownAsync(sut);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "41"));
        await sut.CallbackAsync(id.ToString(), Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(60m), "7001"));

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.ReviewReason.ShouldNotBeNull().ShouldContain("late answer to attempt 1 (41");
        row.ReviewReason.ShouldContain("callback (00, RF, 7001)");
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    private static async Task<OperationId> UnknownAsync(World world)
    {
        var id = await world.RefundAsync(60m);
        world.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await world.RunAsync(id);
        return id;
    }

    private static async Task<OperationId> TwoAttemptsAsync(World world)
    {
        var id = await UnknownAsync(world);
        world.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        while ((await world.RowAsync(id)) is not { Status: OperationStatus.Unknown, Attempts.Count: 2 })
            await world.RunWhenDueAsync(id);
        return id;
    }
}
