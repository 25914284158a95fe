using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class SettlementAndVoidTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T6")]
    public async Task a_settlement_is_sent_once_and_succeeds()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync(80m);

        await sut.RunAsync(id);
        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        payment.Amount.ShouldBe(Money.FromAmount(80m));
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T11")]
    public async Task a_settlement_whose_answer_was_lost_is_found()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync(80m);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Settlement);
        await sut.RunAsync(id);

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T11"]);
    }

    [Theory]
    [TransitionRow("T12")]
    [InlineData("34", "A", 100, OperationStatus.Failed)]
    [InlineData("39", "S", 50, OperationStatus.Failed)]
    [InlineData("39", "S", 80, OperationStatus.Succeeded)]
    [InlineData("99", "S", 50, OperationStatus.Unknown)]
    public async Task an_uncertain_refusal_of_a_settlement_is_explained_by_the_payment(
        string code,
        string status,
        decimal amount,
        OperationStatus expected
    )
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync(80m);
        sut.Gateway.Next(ProcessType.Settlement, request => Answers.Refused(request, code));
        await sut.RunAsync(id);
        payment.Status = status;
        payment.Amount = Money.FromAmount(amount);

        (await sut.RunForAsync(id, TimeSpan.FromMinutes(14))).Status.ShouldBe(expected);
    }

    [Fact]
    [TransitionRow("T12")]
    public async Task a_settlement_fails_once_the_payment_is_voided_for_certain()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(ProcessType.Settlement, _ => Answers.Lost);
        await sut.RunAsync(id);
        payment.Status = "V";

        var early = await sut.RunWhenDueAsync(id);
        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(20));

        early.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Failed);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T12"]);
    }

    [Fact]
    [TransitionRow("T13")]
    public async Task a_settlement_that_the_payment_does_not_show_is_sent_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(ProcessType.Settlement, _ => Answers.Lost);
        await sut.RunAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T13", "T3", "T6"]);
    }

    [Fact]
    [TransitionRow("T3b")]
    public async Task the_effect_of_an_earlier_attempt_stops_the_next_one()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(ProcessType.Settlement, _ => Answers.Lost);
        await sut.RunAsync(id);
        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);
        payment.Status = "RS";

        await sut.RunWhenDueAsync(id);
        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T13", "T3b", "T11"]);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T6")]
    public async Task a_void_is_done_within_its_request_and_repeated_with_the_same_answer()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var command = sut.Command(OperationKind.Void, key: "void-1");

        var first = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
        var again = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();

        first.Operation.Status.ShouldBe(OperationStatus.Succeeded);
        again.Replayed.ShouldBeTrue();
        again.Operation.Id.ShouldBe(first.Operation.Id);
        payment.Status.ShouldBe("V");
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_repeat_of_a_void_that_is_being_executed_says_so()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        var command = sut.Command(OperationKind.Void, key: "void-1");
        AcceptResult? repeat = null;
        sut.Gateway.Next(
            ProcessType.Void,
            async (_, work) =>
            {
                repeat = await sut.AcceptAsync(command);
                return work();
            }
        );

        await sut.AcceptAsync(command);

        repeat.ShouldBeOfType<AcceptResult.Executing>();
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T7", "T15")]
    public async Task a_pending_void_keeps_the_line_until_the_payment_shows_it()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        sut.Gateway.Next(ProcessType.Void, request => Answers.Done(request, "VP"));
        var accepted = (await sut.AcceptAsync(sut.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();
        var id = accepted.Operation.Id;
        payment.Status = "VP";
        var waiting = await sut.RunWhenDueAsync(id);
        var blocked = await sut.AcceptAsync(sut.Command(OperationKind.Settlement, 100m));
        payment.Status = "V";

        var row = await sut.RunWhenDueAsync(id);

        waiting.Status.ShouldBe(OperationStatus.Pending);
        blocked.ShouldBeOfType<AcceptResult.InProgress>().Id.ShouldBe(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
    }

    [Theory]
    [TransitionRow("T15")]
    [InlineData("S", OperationStatus.Failed)]
    [InlineData("A", OperationStatus.Pending)]
    [InlineData("RS", OperationStatus.Pending)]
    [InlineData("AP", OperationStatus.Pending)]
    public async Task a_pending_void_fails_only_when_the_payment_is_settled(string status, OperationStatus expected)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        sut.Gateway.Next(ProcessType.Void, request => Answers.Done(request, "VP"));
        var accepted = (await sut.AcceptAsync(sut.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();
        payment.Status = status;

        (await sut.RunWhenDueAsync(accepted.Operation.Id)).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task a_void_that_cannot_begin_in_time_is_left_to_the_queue()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        sut.Gateway.Next(
            ProcessType.Inquiry,
            (_, work) =>
            {
                sut.Time.Advance(TimeSpan.FromSeconds(8));
                return Task.FromResult(work());
            }
        );

        var result = (await sut.AcceptAsync(sut.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();
        sut.Gateway.Sent.ShouldBeEmpty();
        await sut.RunAsync(result.Operation.Id);

        result.Operation.Status.ShouldBe(OperationStatus.Accepted);
        (await sut.RowAsync(result.Operation.Id)).Status.ShouldBe(OperationStatus.Succeeded);
    }
}
