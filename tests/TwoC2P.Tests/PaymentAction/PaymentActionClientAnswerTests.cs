using TwoC2P.Codes;
using TwoC2P.Keys;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentActionClientAnswerTests
{
    private static readonly PaymentProcessRequest RefundStatus = new()
    {
        ProcessType = ProcessType.RefundStatus,
        InvoiceNo = "INV-1",
    };

    [Theory]
    [InlineData("00")]
    [InlineData("42")]
    public async Task A_verified_yes_to_the_refund_is_an_answer(string respCode)
    {
        var answer = new SignedAnswer("R", respCode, amount: "250.00").With("status", "RF").With("refundReferenceNo", "77");

        var outcome = await SendAsync(answer.ToBase64());

        var answered = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
        answered.Response.RespCode.ShouldBe(new ResultCode(respCode));
        answered.Response.RefundReferenceNo.ShouldBe("77");
        answered.Evidence.Form.ShouldBe(HashForm.Full);
        answered.Evidence.KeyVersion.ShouldBe("v2");
        answered.Evidence.VerifiedHash.ShouldBe(answered.Response.HashValue);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("99")]
    [InlineData("Z9")]
    [InlineData("000")]
    public async Task A_verified_answer_with_any_other_code_is_a_refusal(string respCode)
    {
        var outcome = await SendAsync(new SignedAnswer("R", respCode).ToBase64());

        outcome.ShouldBeOfType<PaymentActionOutcome.Refused>().Response.RespCode.Text.ShouldBe(respCode);
    }

    [Fact]
    public async Task An_answer_signed_with_the_previous_key_is_believed()
    {
        var answer = new SignedAnswer("R", amount: "250.00") { Key = "previous" };
        await using var gateway = ScriptedGateway.Answering(answer.ToBase64());
        await using var sut = new ClientUnderTest();
        var keys = new GatewayKeys { SecretKeys = [new SecretKey("v2", "current"), new SecretKey("v1", "previous")] };
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, keys: keys);

        var outcome = await sut.Client.SendAsync(merchant, ClientUnderTest.Refund(), ClientUnderTest.Deadline, default);

        outcome.ShouldBeOfType<PaymentActionOutcome.Answered>().Evidence.KeyVersion.ShouldBe("v1");
    }

    [Fact]
    public async Task A_direct_answer_whose_hash_leaves_out_its_lists_is_believed_and_says_so()
    {
        var answer = new SignedAnswer("RS") { HashCoversLists = false }.WithRefund(("referenceNo", "77"), ("status", "RF"));

        var outcome = await SendAsync(answer.ToBase64(), RefundStatus);

        var answered = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
        answered.Evidence.Form.ShouldBe(HashForm.WithoutLists);
        answered.Response.Refunds.ShouldHaveSingleItem().Status.ShouldBe(TransactionStatus.RefundConfirmed);
    }

    [Fact]
    public async Task An_answer_with_every_field_is_hashed_in_the_order_that_another_implementation_uses()
    {
        var answer = new SignedAnswer("RS", amount: "100.00")
            .WithSubMerchant(("subMID", "M1"), ("subAmount", "60.00"))
            .WithSubMerchant(("subMID", "M2"), ("subAmount", "40.00"))
            .WithRefund(
                ("referenceNo", "R1"),
                ("status", "RF"),
                ("amount", "25.00"),
                ("dateTime", "20261105"),
                ("userDefined1", "a")
            )
            .WithRefund(("referenceNo", "R2"), ("status", "RP"), ("userDefined1", "b"), ("userDefined5", "c"));
        var names = PaymentProcessLayouts
            .Response.Fields.OfType<TwoC2P.Messages.MessageField.Scalar>()
            .Select(field => field.Name)
            .Except(["version", "respCode", "processType", "invoiceNo", "amount", "hashValue"]);
        foreach (var name in names)
            answer.With(name, $"<{name}>");

        var outcome = await SendAsync(answer.ToBase64(), RefundStatus);

        var answered = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
        answered.Evidence.Form.ShouldBe(HashForm.Full);
        answered.Response.Refunds[1].UserDefined.ShouldBe(["b", null, null, null, "c"]);
    }

    [Fact]
    public async Task A_wrong_hash_is_not_believed_but_kept()
    {
        var xml = new SignedAnswer("R", amount: "250.00").ToXml(hash: new string('a', 40));

        var outcome = await SendAsync(SignedAnswer.Base64(xml));

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        unknown.Reason.ShouldBe(UnknownReason.Unverified);
        unknown.Unverified!.RespCode.ShouldBe(ResultCode.Success);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("13")]
    public async Task An_answer_without_a_hash_is_not_believed_whatever_it_says(string respCode)
    {
        var xml = new SignedAnswer("R", respCode, amount: "250.00").ToXml(withHash: false);

        var outcome = await SendAsync(SignedAnswer.Base64(xml));

        outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>().Reason.ShouldBe(UnknownReason.Unverified);
    }

    [Theory]
    [InlineData("00", "R", "INV-2", "250.00")]
    [InlineData("00", "R", "inv-1", "250.00")]
    [InlineData("00", "RS", "INV-1", "250.00")]
    [InlineData("00", "r", "INV-1", "250.00")]
    [InlineData("00", "R", "INV-1", "250.01")]
    [InlineData("00", "R", "INV-1", null)]
    [InlineData("00", "R", "INV-1", "much")]
    [InlineData("42", "R", "INV-1", null)]
    [InlineData("40", "R", "INV-2", null)]
    [InlineData("40", "R", "INV-1", "1.00")]
    [InlineData("13", "", "", null)]
    public async Task A_verified_answer_to_something_else_is_mismatched(string code, string type, string invoice, string? amount)
    {
        var outcome = await SendAsync(new SignedAnswer(type, code, invoice, amount).ToBase64());

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        unknown.Reason.ShouldBe(UnknownReason.Mismatched);
        unknown.HttpStatus.ShouldBe(200);
    }

    [Theory]
    [InlineData(ProcessType.Inquiry, "I", "1000.00")]
    [InlineData(ProcessType.Inquiry, "I", null)]
    [InlineData(ProcessType.Void, "V", "1000.00")]
    [InlineData(ProcessType.RefundStatus, "RS", null)]
    public async Task An_answer_to_a_request_without_amount_may_have_any(ProcessType type, string code, string? amount)
    {
        var answer = new SignedAnswer(code, amount: amount);

        var outcome = await SendAsync(answer.ToBase64(), new PaymentProcessRequest { ProcessType = type, InvoiceNo = "INV-1" });

        outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
    }

    [Theory]
    [InlineData("250")]
    [InlineData("250.0")]
    [InlineData("0000000250.00")]
    [InlineData("000000025000")]
    [InlineData("2,50.00")]
    public async Task An_amount_in_another_spelling_than_the_tables_is_not_known_and_confirms_nothing(string amount)
    {
        var outcome = await SendAsync(new SignedAnswer("R", amount: amount).ToBase64());

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        unknown.Reason.ShouldBe(UnknownReason.Mismatched);
        unknown.Unverified!.Amount.ShouldBeNull();
        unknown.Unverified.AmountText.ShouldBe(amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Service unavailable</body></html>")]
    [InlineData("PGh0bWw+PC9odG1sPg==")]
    [InlineData("MIAGCSqGSIb3DQEHA6CA")]
    public async Task A_body_that_is_no_message_is_unreadable(string body)
    {
        var outcome = await SendAsync(body);

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        (unknown.Reason, unknown.HttpStatus, unknown.Unverified).ShouldBe((UnknownReason.Unreadable, 200, null));
    }

    [Fact]
    public async Task An_answer_without_a_result_is_unreadable()
    {
        var outcome = await SendAsync(new SignedAnswer("R", respCode: "", amount: "250.00").ToBase64());

        outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>().Reason.ShouldBe(UnknownReason.Unreadable);
    }

    [Fact]
    public async Task Whitespace_around_the_envelope_and_line_breaks_in_it_do_no_harm()
    {
        var envelope = new SignedAnswer("R", amount: "250.00").ToBase64();

        var outcome = await SendAsync($"\r\n  {envelope[..60]}\r\n{envelope[60..]} \r\n");

        outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
    }

    private static async Task<PaymentActionOutcome> SendAsync(string body, PaymentProcessRequest? request = null)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        await using var sut = new ClientUnderTest();
        return await sut.SendAsync(gateway, request);
    }
}
