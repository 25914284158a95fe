using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Calls;

/// <summary>Payment Action; whole operations with all that can happen to them are in EndToEnd.Tests.</summary>
public sealed class PaymentTests(RunningSimulator simulator)
{
    private static readonly PaymentProcessRequest EveryField = PaymentVerbs.Request(ProcessType.Refund, 25.00m) with
    {
        BankAccount = new BankAccount("SCB", "สมชาย & Söhne", "1234567890"),
        SubMerchants = [new SubMerchantAmount("SUB1", Money.FromAmount(10)), new SubMerchantAmount("SUB2", Money.FromAmount(15))],
        NotifyUrl = "http://127.0.0.1:9/notify?a=1&b=2",
        UserDefined = ["one", null, "three & <3>", "four", "five"],
    };

    [Fact]
    public async Task A_refund_with_every_field_stays_pending_and_comes_back_with_the_list()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PaymentVerbs.SeedAsync(sut, "S", "apm", Shares());

        var refund = Answered(await PaymentVerbs.SendAsync(sut, EveryField));
        var listed = Answered(await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.RefundStatus)));

        refund.Response.RespCode.ShouldBe(ResultCode.RefundPending);
        refund.Response.UserDefined.ShouldBe(EveryField.UserDefined);
        var entry = listed.Response.Refunds.ShouldHaveSingleItem();
        entry.ReferenceNo.ShouldBe(refund.Response.RefundReferenceNo);
        entry.Amount.ShouldBe(Money.FromAmount(25));
        entry.Status.Text.ShouldBe("RP");
        entry.UserDefined.ShouldBe(EveryField.UserDefined);
        listed.Evidence.Form.ShouldBe(HashForm.Full);
    }

    [Theory]
    [InlineData(ProcessType.Inquiry, "16")]
    [InlineData(ProcessType.Settlement, "16")]
    [InlineData(ProcessType.Void, "16")]
    [InlineData(ProcessType.Refund, "16")]
    [InlineData(ProcessType.RefundStatus, "16")]
    public async Task A_payment_that_is_not_there_is_refused(ProcessType type, string code)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        decimal? amount = type is ProcessType.Settlement or ProcessType.Refund ? 1.00m : null;

        var outcome = await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(type, amount));

        outcome.ShouldBeOfType<PaymentActionOutcome.Refused>().Response.RespCode.Text.ShouldBe(code);
    }

    [Fact]
    public async Task An_answer_about_another_payment_is_not_believed()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PaymentVerbs.SeedAsync(sut, "S");
        await sut.SetAsync("invoiceNo", "INV-2");

        var outcome = await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.Refund, 25.00m));

        outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    private static JsonArray Shares() =>
        [
            new JsonObject { ["subMid"] = "SUB1", ["subAmount"] = "40.00" },
            new JsonObject { ["subMid"] = "SUB2", ["subAmount"] = "60.00" },
        ];

    private static PaymentActionOutcome.Answered Answered(PaymentActionOutcome outcome) =>
        outcome.ShouldBeOfType<PaymentActionOutcome.Answered>(outcome.ToString());
}
