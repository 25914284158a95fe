using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.PaymentAction;

namespace ClientAndSimulator.Tests.Tokens;

/// <summary>The mark by which 2C2P knows a request again. Nothing is sent again because of it; but should one arrive twice, money moves once.</summary>
public sealed class IdempotencyTests(RunningSimulator simulator)
{
    [Theory]
    [InlineData(ProcessType.Refund, "S", 25.0)]
    [InlineData(ProcessType.Settlement, "A", 100.0)]
    [InlineData(ProcessType.Void, "A", null)]
    public async Task What_moves_money_carries_the_operations_id_where_the_setting_says_so(
        ProcessType type,
        string status,
        double? amount
    )
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator, sendsIdempotencyId: true);
        await PaymentVerbs.SeedAsync(sut, status);

        await SendAsync(sut, type, amount, "op-1");

        (await MarksAsync(sut)).ShouldBe(["op-1"]);
    }

    [Fact]
    public async Task Reads_never_carry_it_nor_does_anything_where_the_setting_is_off()
    {
        await using var on = await Meeting.BeginJoseAsync(simulator, sendsIdempotencyId: true);
        await using var off = await Meeting.BeginJoseAsync(simulator);
        await PaymentVerbs.SeedAsync(on, "S");
        await PaymentVerbs.SeedAsync(off, "S");

        await SendAsync(on, ProcessType.Inquiry, null, "op-1");
        await SendAsync(on, ProcessType.RefundStatus, null, "op-1");
        await SendAsync(off, ProcessType.Refund, 25, "op-1");

        (await MarksAsync(on)).ShouldBe(["", ""]);
        (await MarksAsync(off)).ShouldBe([""]);
    }

    [Fact]
    public async Task The_same_request_twice_moves_money_once_and_another_one_with_its_id_is_refused()
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator, sendsIdempotencyId: true);
        await PaymentVerbs.SeedAsync(sut, "S");

        var first = await SendAsync(sut, ProcessType.Refund, 25, "op-1");
        var again = await SendAsync(sut, ProcessType.Refund, 25, "op-1");
        var other = await SendAsync(sut, ProcessType.Void, null, "op-1");

        first.ShouldBeOfType<PaymentActionOutcome.Answered>();
        again.ShouldBeOfType<PaymentActionOutcome.Answered>();
        other.ShouldBeOfType<PaymentActionOutcome.Refused>().Response.RespCode.Text.ShouldBe("50");
        (await sut.RecordAsync("transactions", PaymentVerbs.InvoiceNo))["refunds"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Again_while_the_refund_is_pending_is_refused()
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator, sendsIdempotencyId: true);
        await PaymentVerbs.SeedAsync(sut, "S", "apm");

        await SendAsync(sut, ProcessType.Refund, 25, "op-1");
        var again = await SendAsync(sut, ProcessType.Refund, 25, "op-1");

        again.ShouldBeOfType<PaymentActionOutcome.Refused>().Response.RespCode.Text.ShouldBe("51");
    }

    private static Task<PaymentActionOutcome> SendAsync(Meeting sut, ProcessType type, double? amount, string id) =>
        PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(type, (decimal?)amount) with { IdempotencyId = id });

    private static async Task<IEnumerable<string>> MarksAsync(Meeting sut) =>
        (await sut.CallsAsync()).Select(call => call["idempotencyId"]!.ToString());
}
