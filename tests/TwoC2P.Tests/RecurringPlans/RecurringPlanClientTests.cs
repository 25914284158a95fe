using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.RecurringPlans;

public class RecurringPlanClientTests
{
    private static readonly RecurringPlanRequest Inquiry = new()
    {
        Action = RecurringPlanAction.Inquiry,
        RecurringUniqueId = "156142",
    };

    [Fact]
    public async Task An_update_sends_all_terms_in_2C2Ps_formats()
    {
        await using var gateway = ScriptedGateway.Answering(Plan("00").ToXmlBase64());
        await using var sut = new ClientUnderTest();
        var update = Inquiry with { Action = RecurringPlanAction.Update, Terms = RecurringPlanValidatorTests.Terms };

        var outcome = await SendAsync(sut, gateway, update);

        outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>();
        var xml = XElement.Parse(
            Encoding.UTF8.GetString(Convert.FromBase64String(gateway.Requests.ShouldHaveSingleItem().Envelope))
        );
        xml.Elements()
            .Where(element => element.Name.LocalName is not "hashValue")
            .Select(element => $"{element.Name.LocalName}={element.Value}")
            .ShouldBe([
                "version=2.4",
                "timeStamp=061126000409",
                "merchantID=JT01",
                "recurringUniqueID=156142",
                "processType=U",
                "recurringStatus=Y",
                "amount=000000009990",
                "allowAccumulate=N",
                "maxAccumulateAmount=000000001000",
                "recurringInterval=30",
                "recurringCount=12",
                "chargeNextDate=31012027",
            ]);
    }

    [Fact]
    public async Task An_inquiry_reads_the_plan_with_both_of_2C2Ps_spellings()
    {
        var answer = Plan(
            "00",
            ("recurringStatus", "Y"),
            ("invoicePrefix", "030321135205"),
            ("currency", "702"),
            ("amount", "99.90"),
            ("maskedCardNo", "XXXXXXXXXXXX1111"),
            ("allowAccumulate", "N"),
            ("maxAccumulateAmount", "000000001000"),
            ("recurringInterval", "30"),
            ("recurringCount", "12"),
            ("currentCount", "3"),
            ("chargeNextDate", "20270307"),
            ("chargeOnDate", "2902")
        );

        var outcome = await AskAsync(answer, Inquiry);

        var plan = outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;
        plan.Amount.ShouldBe(new WireValue<decimal>("99.90", 99.90m));
        plan.MaxAccumulateAmount.Value.ShouldBe(10m);
        plan.CurrencyLetters.ShouldBe("SGD");
        plan.RecurringStatus.Value.ShouldBe(true);
        plan.CurrentCount.Value.ShouldBe(3);
        plan.ChargeNextDate.ShouldBe(new WireValue<DateOnly>("20270307", new DateOnly(2027, 3, 7)));
        plan.ChargeOnDate.Value!.Value.ToString().ShouldBe("02-29");
        plan.ToTerms().RecurringCount.ShouldBe(12);
        plan.ToTerms().Amount.ShouldBe(99.90m);
    }

    [Theory]
    [InlineData(RecurringPlanAction.Inquiry)]
    [InlineData(RecurringPlanAction.Cancel)]
    public async Task An_answer_about_another_plan_is_mismatched(RecurringPlanAction action)
    {
        var answer = ApiAnswer.Plan(("respCode", "00"), ("recurringUniqueID", "156143"));

        var outcome = await AskAsync(answer, Inquiry with { Action = action });

        outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    /// <summary>Answers of the new generation name the merchant, and two merchants with one key pair can have plans of the same id.</summary>
    [Theory]
    [InlineData(RecurringPlanAction.Inquiry, "00")]
    [InlineData(RecurringPlanAction.Cancel, "00")]
    [InlineData(RecurringPlanAction.Cancel, "16")]
    public async Task An_answer_to_another_merchant_is_mismatched(RecurringPlanAction action, string respCode)
    {
        var outcome = await AskAsync(Of("JT04"), Inquiry with { Action = action });
        var own = await AskAsync(Of("JT01"), Inquiry with { Action = action });

        outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
        own.ShouldBeAssignableTo<GatewayOutcome<RecurringPlanResponse>.Verified>();

        ApiAnswer Of(string merchantId) => Plan(respCode) with { Tree = $"<merchantID>{merchantId}</merchantID>" };
    }

    [Fact]
    public async Task A_refusal_is_verified()
    {
        var outcome = await AskAsync(ApiAnswer.Plan(("respCode", "16")), Inquiry);

        outcome
            .ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Refused>()
            .Response.RespCode.ShouldBe(ResultCode.TransactionNotFound);
    }

    [Theory]
    [InlineData("2.1", true)]
    [InlineData("2.4", false)]
    public async Task The_version_that_is_sent_pins_the_algorithm_of_the_answer(string version, bool isSha1)
    {
        var protocol = ClientUnderTest.Base64Protocol();
        protocol.RecurringPlans.Version = version;

        var outcome = await AskAsync(Plan("00") with { Algorithm = HashAlgorithmName.SHA1 }, Inquiry, protocol);

        (outcome is GatewayOutcome<RecurringPlanResponse>.Answered).ShouldBe(isSha1);
    }

    private static ApiAnswer Plan(string respCode, params (string Name, string Value)[] fields) =>
        ApiAnswer.Plan([("version", "2.1"), ("respCode", respCode), ("recurringUniqueID", "156142"), .. fields]);

    private static async Task<GatewayOutcome<RecurringPlanResponse>> AskAsync(
        ApiAnswer answer,
        RecurringPlanRequest request,
        TwoC2P.Protocol.ProtocolSettings? protocol = null
    )
    {
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();
        return await SendAsync(sut, gateway, request, protocol);
    }

    private static Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(
        ClientUnderTest sut,
        ScriptedGateway gateway,
        RecurringPlanRequest request,
        TwoC2P.Protocol.ProtocolSettings? protocol = null
    ) =>
        sut.Get<IRecurringPlanClient>()
            .SendAsync(
                ClientUnderTest.Merchant(gateway.Endpoint, protocol: protocol),
                request,
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
}
