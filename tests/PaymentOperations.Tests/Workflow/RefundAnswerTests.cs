using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class RefundAnswerTests(LedgerStorage storage)
{
    [Theory]
    [TransitionRow("T7")]
    [InlineData("42", "RP")]
    [InlineData("00", "RP")]
    public async Task a_refund_that_the_gateway_takes_and_decides_later_leaves_the_line_once_its_reference_is_known(
        string code,
        string status
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, status, "7001", code));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        (await sut.SnapshotAsync()).References["7001"].ShouldBe(id);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T7"]);
    }

    [Fact]
    [TransitionRow("T7")]
    public async Task a_pending_refund_without_a_reference_keeps_its_place_in_line()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        var second = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RP", null, "42"));

        await sut.RunAsync(id);
        await sut.RunAsync(second);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        (await sut.SnapshotAsync()).IsFirst(id).ShouldBeTrue();
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [TransitionRow("T8")]
    [InlineData("02")]
    [InlineData("12")]
    [InlineData("18")]
    [InlineData("30")]
    [InlineData("41")]
    [InlineData("54")]
    [InlineData("61")]
    [InlineData("97")]
    public async Task a_certain_refusal_of_the_only_attempt_fails_the_refund_and_frees_its_reserve(string code)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, code));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T8"]);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
    }

    [Theory]
    [TransitionRow("T9")]
    [InlineData("01")]
    [InlineData("24")]
    [InlineData("29")]
    [InlineData("34")]
    [InlineData("39")]
    [InlineData("49")]
    [InlineData("95")]
    [InlineData("96")]
    [InlineData("98")]
    [InlineData("99")]
    [InlineData("ZZ")]
    public async Task a_code_that_says_nothing_certain_leaves_the_refund_unknown_and_reserved(string code)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, code));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Unknown);
        row.Attempts.ShouldHaveSingleItem().RespCode.ShouldBe(code);
        (await sut.SnapshotAsync()).IsFirst(id).ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
    }

    [Theory]
    [TransitionRow("T9")]
    [InlineData("RF", null)]
    [InlineData("S", "7001")]
    [InlineData("RR", "7001")]
    [InlineData("", "7001")]
    public async Task a_yes_with_another_status_or_without_a_reference_is_no_success(string status, string? reference)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, status, reference));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Unknown);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9"]);
    }

    [Fact]
    [TransitionRow("T9")]
    public async Task an_answer_with_the_reference_of_another_refund_does_not_count()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        payment.Refunds.Add(new GatewayRefund("8001", Money.FromAmount(10m), "RF"));
        var first = await sut.RefundAsync();
        await sut.RunAsync(first);
        var second = await sut.RefundAsync();
        var third = await sut.RefundAsync();
        var owned = (await sut.RowAsync(first)).Reference;
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RF", owned));
        await sut.RunAsync(second);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RF", "8001"));

        await sut.RunAsync(third);

        (await sut.RowAsync(second)).Status.ShouldBe(OperationStatus.Unknown);
        (await sut.RowAsync(third)).Status.ShouldBe(OperationStatus.Accepted);
        (await sut.SnapshotAsync()).References[owned!].ShouldBe(first);
    }

    [Fact]
    [TransitionRow("T9")]
    public async Task an_answer_with_a_reference_of_the_baseline_does_not_count()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        payment.Refunds.Add(new GatewayRefund("8001", Money.FromAmount(10m), "RF"));
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RF", "8001"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Unknown);
    }
}
