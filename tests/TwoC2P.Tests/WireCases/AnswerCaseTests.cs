using TwoC2P.CardTokens;
using TwoC2P.Envelopes;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.WireCases;

/// <summary>Answers in the shapes that gateways give them.</summary>
public class AnswerCaseTests
{
    private const string Jose = "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.ZXlK.c2ln";

    /// <summary>Texts that nobody hashed and that XML or UTF-8 cannot hold (U+E0xx stands for the byte xx), and how they are shown.</summary>
    public static TheoryData<string, string> OddTexts =>
        new()
        {
            { "\uE0A1\uE0D2\uE0C3", "\uFFFD\uFFFD\uFFFD" },
            { "caf\uE0E9", "caf\uFFFD" },
            { "Smith & Sons", "Smith \uFFFD Sons" },
            { "a&nbsp;b", "a\uFFFDb" },
            { "a&#x1;b", "a\uFFFDb" },
            { "a\u0001b", "a\uFFFDb" },
            { "1 < 2", "1 \uFFFD 2" },
        };

    /// <summary>Around the envelope, in the body.</summary>
    public static TheoryData<string> Bodies => ["{0}", "\uFEFF{0}", "\uFEFF\r\n{0}\r\n", "{0}\0\0", "{0} \0", " {0} "];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task A_text_that_is_not_hashed_does_not_make_a_payment_answer_unreadable(string text, string shown)
    {
        var xml = new SignedAnswer("R", amount: "250.00")
            .ToXml()
            .Replace("<respCode>", $"<respDesc>{text}</respDesc><respCode>", StringComparison.Ordinal);

        var outcome = await SendAsync(AnswerBytes.Base64(xml));

        var answered = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
        answered.Response.RespDesc.ShouldBe(shown);
        answered.Response.Amount.ShouldBe(Money.FromAmount(250));
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task A_text_that_is_hashed_must_be_what_was_hashed(string text, string shown)
    {
        var xml = new SignedAnswer("R", amount: "250.00")
            .With("paidAgent", "AGENT")
            .ToXml()
            .Replace(">AGENT<", $">{text}<", StringComparison.Ordinal);

        var outcome = await SendAsync(AnswerBytes.Base64(xml));

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        unknown.Reason.ShouldBe(UnknownReason.Unverified);
        unknown.Unverified!.PaidAgent.ShouldBe(shown);
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task The_other_APIs_answers_are_not_unreadable_for_their_reason_either(string text, string shown)
    {
        var card = ApiAnswer.Card(("merchantID", "JT01"), ("respCode", "00"), ("storeCardUniqueID", "1")) with
        {
            Tree = $"<respReason>{text}</respReason>",
        };
        var plan = ApiAnswer.Plan(("version", "2.4"), ("respCode", "00"), ("recurringUniqueID", "1")) with
        {
            Tree = $"<respReason>{text}</respReason>",
        };
        var bank = $"<ippBanks><ippBank><bankName>{text}</bankName></ippBank></ippBanks>";
        var options = ApiAnswer.Options(("version", "2.3"), ("respCode", "00")) with { Tree = bank };
        await using var sut = new ClientUnderTest();

        (await CardAsync(sut, AnswerBytes.Base64(card.ToXml()))).RespReason.ShouldBe(shown);
        (await PlanAsync(sut, AnswerBytes.Base64(plan.ToXml()))).RespReason.ShouldBe(shown);
        (await OptionsAsync(sut, AnswerBytes.Base64(options.ToXml()))).Banks.ShouldHaveSingleItem().BankName.ShouldBe(shown);
    }

    [Theory]
    [InlineData("\uE0A1\uE0D2")]
    [InlineData("a\u0001b")]
    [InlineData("a\\ud800b")]
    public async Task A_member_of_QuickPays_JSON_that_is_not_hashed_does_no_harm(string text)
    {
        var answer = ApiAnswer.QuickPay("QPDeleteRes", ("qpID", "231095"), ("resCode", "000"), ("resDesc", "Success"));
        var json = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.ToJsonBase64()));
        var odd = json.Replace("{\"qpID\"", $"{{\"note\":\"{text}\",\"{text}\":1,\"qpID\"", StringComparison.Ordinal);

        (await DeleteAsync(AnswerBytes.Base64(odd))).ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Answered>();
        (await DeleteAsync(AnswerBytes.Base64(json.Replace("Success", text, StringComparison.Ordinal))))
            .ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Unknown>()
            .Reason.ShouldBe(UnknownReason.Unverified);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_envelope_is_found_whatever_stands_around_it(string body)
    {
        foreach (var type in new[] { ProcessType.Inquiry, ProcessType.Refund })
        {
            var answer = new SignedAnswer(type.ToWire(), amount: "250.00").ToXml();
            foreach (var inside in new[] { "{0}", "\uFEFF{0}", "\r\n{0}\0", "\n<?xml version=\"1.0\"?>{0}" })
            {
                var envelope = AnswerBytes.Base64(inside.Replace("{0}", answer, StringComparison.Ordinal));

                var outcome = await SendAsync(body.Replace("{0}", envelope, StringComparison.Ordinal), type);

                outcome.ShouldBeOfType<PaymentActionOutcome.Answered>($"{type} {inside}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task So_is_QuickPays(string body)
    {
        var answer = ApiAnswer.QuickPay("QPDeleteRes", ("qpID", "231095"), ("resCode", "000"));
        var json = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.ToJsonBase64()));
        foreach (var inside in new[] { json, $"\uFEFF{json}", $"\r\n{json}\0" })
            (
                await DeleteAsync(body.Replace("{0}", AnswerBytes.Base64(inside), StringComparison.Ordinal))
            ).ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Answered>();
    }

    [Fact]
    public async Task A_JOSE_token_is_named_in_the_outcome_and_in_the_log()
    {
        await using var gateway = ScriptedGateway.Answering(Jose);
        await using var sut = new ClientUnderTest();

        var payment = await sut.SendAsync(gateway);
        var link = await sut.Get<IQuickPayClient>()
            .DeleteAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                new("231095"),
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );

        payment.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.Unreadable, 200, null) { Found = FoundEnvelope.Jose });
        link.ShouldBe(
            new GatewayOutcome<QuickPayResponse>.Unknown(UnknownReason.Unreadable, 200, null) { Found = FoundEnvelope.Jose }
        );
        sut.Logs.Count(line => line.Contains(" Unknown Jose ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("1,234.56")]
    [InlineData("")]
    [InlineData("000000123456")]
    [InlineData("1234.5")]
    [InlineData("๑๒๓.๐๐")]
    [InlineData("-1.00")]
    public async Task What_the_table_does_not_call_an_amount_is_unknown(string text)
    {
        foreach (var type in new[] { ProcessType.Inquiry, ProcessType.RefundStatus })
        {
            var answer = new SignedAnswer(type.ToWire(), amount: text)
                .WithSubMerchant(("subMID", "SUB1"), ("subAmount", text))
                .WithRefund(("referenceNo", "77"), ("status", "RF"), ("amount", text));

            var outcome = await SendAsync(answer.ToBase64(), type);

            var response = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>().Response;
            response.Amount.ShouldBeNull();
            response.Refunds.ShouldHaveSingleItem().Amount.ShouldBeNull();
            response.SubMerchants.ShouldHaveSingleItem().SubAmount.ShouldBeNull();
        }
    }

    private static async Task<PaymentActionOutcome> SendAsync(string body, ProcessType type = ProcessType.Refund)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        await using var sut = new ClientUnderTest();
        return await sut.SendAsync(
            gateway,
            type is ProcessType.Refund ? null : new PaymentProcessRequest { ProcessType = type, InvoiceNo = "INV-1" }
        );
    }

    private static async Task<CardTokenResponse> CardAsync(ClientUnderTest sut, string body)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        var outcome = await sut.Get<ICardTokenClient>()
            .SendAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                new CardTokenRequest { Action = CardTokenAction.Inquiry, StoreCardUniqueId = "1" },
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
        return outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>().Response;
    }

    private static async Task<RecurringPlanResponse> PlanAsync(ClientUnderTest sut, string body)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        var outcome = await sut.Get<IRecurringPlanClient>()
            .SendAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                new RecurringPlanRequest { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = "1" },
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
        return outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;
    }

    private static async Task<InstallmentOptionsResponse> OptionsAsync(ClientUnderTest sut, string body)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        var outcome = await sut.Get<IInstallmentOptionClient>()
            .GetAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
        return outcome.ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>().Response;
    }

    private static async Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(string body)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        await using var sut = new ClientUnderTest();
        return await sut.Get<IQuickPayClient>()
            .DeleteAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                new("231095"),
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
    }
}
