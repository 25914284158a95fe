using TwoC2P.Calls;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;
using TwoC2P.Signing;

namespace TwoC2P.Tests.Signing;

public class ApiFormulaTests
{
    private static readonly SecretKey Key = new("v1", Vectors.SecretKey);

    public static TheoryData<int> AllVectors => [.. Enumerable.Range(0, HashVector.All.Count)];

    [Theory]
    [MemberData(nameof(AllVectors))]
    public void The_formula_of_each_message_gives_the_digest_of_its_vector(int index)
    {
        var vector = HashVector.All[index];

        var sut = MessageSigner.Sign(vector.ToMessage(), FormulaOf(vector.Message), Key);

        sut.ShouldBe(vector.HashValue, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void QuickPay_requests_are_signed_in_lower_case_as_published()
    {
        var vector = HashVector.All.First(vector => vector.Message == "QPQueryReq");

        MessageSigner.Sign(vector.ToMessage(), QuickPayFormulas.QueryOrDelete, Key).ShouldBe(vector.HashValue);
    }

    [Theory]
    [InlineData("2.1", nameof(SignatureAlgorithm.HmacSha1))]
    [InlineData("2.2", nameof(SignatureAlgorithm.HmacSha1))]
    [InlineData("2.3", nameof(SignatureAlgorithm.HmacSha256))]
    [InlineData("2.4", nameof(SignatureAlgorithm.HmacSha256))]
    [InlineData("3", nameof(SignatureAlgorithm.HmacSha256))]
    [InlineData("2", nameof(SignatureAlgorithm.HmacSha1))]
    public void Recurring_plans_are_hashed_with_SHA_1_before_version_2_3(string version, string algorithm)
    {
        var settings = new ProtocolSettings { RecurringPlans = { Version = version } };

        var sut = XmlApi.Exchange(settings.RecurringPlans, RecurringPlanLayouts.Request, RecurringPlanLayouts.Response);

        sut.RequestFormula.Algorithm.ToString().ShouldBe(algorithm);
        sut.AnswerFormula.Algorithm.ToString().ShouldBe(algorithm);
    }

    [Fact]
    public void The_published_samples_of_QuickPay_decode_and_verify_as_version_2_0_and_not_as_2_4()
    {
        var request = Sample("QPSendReq", QuickPayLayouts.Send);
        var answer = Sample("QPSendRes", QuickPayLayouts.SendAnswer);

        Verifies(request, QuickPayFormulas.Send).ShouldBeFalse();
        Verifies(answer, QuickPayFormulas.SendAnswer).ShouldBeFalse();
        request["version"] = answer["version"] = "2.0";
        Verifies(request, QuickPayFormulas.Send).ShouldBeTrue();
        Verifies(answer, QuickPayFormulas.SendAnswer).ShouldBeTrue();
    }

    [Fact]
    public void The_published_sample_answer_of_QuickPay_is_the_expected_object()
    {
        var sut = QuickPayAnswerMessages.ToSendResponse(Sample("QPSendRes", QuickPayLayouts.SendAnswer));

        sut.Version.ShouldBe("2.4");
        sut.TimeStamp.ShouldBe("20210126100034");
        sut.QpId.ShouldBe("231095");
        sut.ResCode.ShouldBe(QuickPayResultCode.Success);
        sut.ResDesc.ShouldBe("Success");
        sut.Delivery.SuccessEmails.ShouldBe(["terrance.tay@2c2p.com"]);
        sut.Delivery.FailedMobiles.ShouldBe(["+6599999999"]);
        sut.Delivery.SuccessMobiles.ShouldBeEmpty();
        sut.Delivery.FailedEmails.ShouldBeEmpty();
    }

    [Fact]
    public void Our_Send_request_is_the_published_sample_field_by_field()
    {
        var delivery = new QuickPayDelivery
        {
            ToEmails = ["terrance.tay@2c2p.com"],
            BccEmails = ["terrance.tay@2c2p.com"],
            EmailSubject = "Promotion and sales ! Last chance to buy now!",
            EmailMessage = "Please make payment.",
            ToMobiles = ["+6599999999"],
            SmsMessage = "Make payment before 2022 Dec",
        };
        var sample = Sample("QPSendReq", QuickPayLayouts.Send);

        var sut = QuickPayRequestMessages.ForLink("231095").With(delivery);

        QuickPayRequestValidator.Validate(new SendLinkRequest("231095", delivery)).ShouldBeEmpty();
        foreach (var field in QuickPayLayouts.Send.Fields.Select(field => field.Name).Except(AddedByTheClient))
            sut[field].ShouldBe(sample[field]);
    }

    private static readonly string[] AddedByTheClient = ["version", "merchantID", "timeStamp", "hashValue"];

    private static SignatureFormula FormulaOf(string message)
    {
        var plans = XmlApi.Exchange(
            new ProtocolSettings().RecurringPlans,
            RecurringPlanLayouts.Request,
            RecurringPlanLayouts.Response
        );
        return message switch
        {
            "PaymentProcessRequest" => PaymentProcessFormulas.Request,
            "PaymentProcessResponse" => PaymentProcessFormulas.Response,
            "RecurringMaintenanceRequest" => plans.RequestFormula,
            "RecurringMaintenanceResponse" => plans.AnswerFormula,
            "QPSendReq" => QuickPayFormulas.Send,
            "QPSendRes" => QuickPayFormulas.SendAnswer,
            "QPQueryReq" or "QPDeleteReq" => QuickPayFormulas.QueryOrDelete,
            "QPDeleteRes" => QuickPayFormulas.UpdateOrDeleteAnswer,
            "QPUpdateReq" => QuickPayFormulas.Update,
            "GenerateSendQPReq" => QuickPayFormulas.GenerateAndSend,
            _ => throw new InvalidOperationException($"Cover the message {message}."),
        };
    }

    private static bool Verifies(WireMessage message, SignatureFormula formula) =>
        MessageSigner.Verify(message, message["hashValue"], formula, [Key]) is not null;

    private static WireMessage Sample(string name, MessageLayout layout) =>
        MessageJson.Read(Convert.FromBase64String(Vectors.Text($"samples/{name}.b64").Trim()), layout)!;
}
