using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;

namespace TwoC2P.Tests.QuickPay;

public class QuickPayClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly ApiAnswer Generated = ApiAnswer.QuickPay(
        "GenerateQPRes",
        ("version", "2.4"),
        ("timeStamp", "20261106000409"),
        ("qpID", "231095"),
        ("orderIdPrefix", "QP-1"),
        ("currency", "SGD"),
        ("amount", "100.00"),
        ("expiry", "2026-12-31 23:59:59"),
        ("url", "https://pay.example/231095"),
        ("resCode", "000"),
        ("resDesc", "Success")
    );

    [Fact]
    public async Task Generate_goes_to_the_DirectAPI_as_base64_JSON_in_plain_text_with_a_lower_case_hash()
    {
        await using var gateway = ScriptedGateway.Answering(Generated.ToJsonBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await Client(sut)
            .GenerateAsync(Merchant(gateway), new("QP-1", QuickPaySamples.Terms), ClientUnderTest.Deadline, Stop);

        var link = outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>().Response;
        (link.QpId, link.Url).ShouldBe(("231095", "https://pay.example/231095"));
        link.Expiry.Value.ShouldBe(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(7)));
        var request = gateway.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/QuickPay/DirectAPI");
        request.Header("Content-Type").ShouldBe("text/plain");
        var fields = Fields(request, "GenerateQPReq");
        fields["timeStamp"].ShouldBe("20261106000409");
        fields["expiry"].ShouldBe("2026-12-31 23:59:59");
        fields["amount"].ShouldBe("100.00");
        fields["hashValue"]
            .ShouldBe(Sha1("2.420261106000409JT01QP-1V3 TestSGD100.00N2026-12-31 23:59:59https://shop.example/backN"));
    }

    [Fact]
    public async Task Generate_and_Send_goes_to_the_DeliveryAPI_and_reports_each_recipient()
    {
        var answer = Generated with
        {
            Root = "GenerateSendQPRes",
            HashOrder = ApiAnswer.QuickPay("GenerateSendQPRes").HashOrder,
            Fields = [.. Generated.Fields, ("successEmails", "a@shop.example;b@shop.example"), ("failedMobiles", "+6599999999")],
        };
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();
        var request = new GenerateAndSendLinkRequest("QP-1", QuickPaySamples.Terms, QuickPaySamples.Delivery);

        var outcome = await Client(sut).GenerateAndSendAsync(Merchant(gateway), request, ClientUnderTest.Deadline, Stop);

        var link = outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>().Response;
        link.Delivery.SuccessEmails.ShouldBe(["a@shop.example", "b@shop.example"]);
        link.Delivery.FailedMobiles.ShouldBe(["+6599999999"]);
        gateway.Requests.ShouldHaveSingleItem().Path.ShouldBe("/QuickPay/DeliveryAPI");
        Fields(gateway.Requests.Single(), "GenerateSendQPReq")["toEmails"].ShouldBe("a@shop.example;b@shop.example");
    }

    [Fact]
    public async Task Send_goes_to_the_DeliveryAPI_and_a_recipient_who_did_not_get_it_is_no_error()
    {
        var answer = ApiAnswer.QuickPay("QPSendRes", ("qpID", "231095"), ("failedMobiles", "+6599999999"), ("resCode", "000"));
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();
        var request = new SendLinkRequest("231095", QuickPaySamples.Delivery);

        var outcome = await Client(sut).SendAsync(Merchant(gateway), request, ClientUnderTest.Deadline, Stop);

        var answered = outcome.ShouldBeOfType<GatewayOutcome<SendLinkResponse>.Answered>();
        answered.Response.Delivery.FailedMobiles.ShouldBe(["+6599999999"]);
        gateway.Requests.ShouldHaveSingleItem().Path.ShouldBe("/QuickPay/DeliveryAPI");
        string[] texts = [.. sut.Logs, $"{outcome}", $"{request}"];
        texts.ShouldAllBe(text => !text.Contains("999999") && !text.Contains("shop.example"));
    }

    [Fact]
    public async Task Query_reads_the_link_with_the_configured_order_of_its_hash()
    {
        var answer = ApiAnswer.QuickPay(
            "QPQueryRes",
            ("qpID", "231095"),
            ("orderIdPrefix", "QP-1"),
            ("amount", "100.00"),
            ("expiry", "31122026"),
            ("currentApproved", "2"),
            ("clickCount", "7"),
            ("request3DS", "Y"),
            ("resCode", "000")
        );
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await Client(sut).QueryAsync(Merchant(gateway), new("231095"), ClientUnderTest.Deadline, Stop);

        var link = outcome.ShouldBeOfType<GatewayOutcome<QueryLinkResponse>.Answered>().Response;
        (link.CurrentApproved.Value, link.ClickCount.Value, link.Request3DS).ShouldBe((2, 7, "Y"));
        link.Expiry.Value.ShouldBe(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(7)));
        gateway.Requests.ShouldHaveSingleItem().Path.ShouldBe("/QuickPay/DirectAPI");
        Fields(gateway.Requests.Single(), "QPQueryReq")["hashValue"].ShouldBe(Sha1("2.420261106000409JT01231095"));
    }

    [Fact]
    public async Task Update_sends_all_terms_and_before_version_2_4_the_day_alone_and_no_new_fields()
    {
        var answer = ApiAnswer.QuickPay("QPUpdateRes", ("qpID", "231095"), ("resCode", "000"));
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();
        var protocol = new ProtocolSettings { QuickPay = { Version = "2.1" } };

        var outcome = await Client(sut)
            .UpdateAsync(
                Merchant(gateway, protocol),
                new("231095", QuickPaySamples.Terms with { Currency = "JPY" }),
                ClientUnderTest.Deadline,
                Stop
            );

        outcome.ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Answered>();
        var fields = Fields(gateway.Requests.ShouldHaveSingleItem(), "QPUpdateReq");
        (fields["expiry"], fields["amount"], fields["qpID"]).ShouldBe(("31122026", "100", "231095"));
        fields.ShouldNotContainKey("useStoreCardOnly");
        fields.ShouldNotContainKey("orderIdPrefix");
    }

    [Fact]
    public async Task Delete_ends_the_link_at_the_configured_address()
    {
        var answer = ApiAnswer.QuickPay("QPDeleteRes", ("qpID", "231095"), ("resCode", "000"));
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();
        var protocol = new ProtocolSettings { QuickPay = { DirectApi = new Uri(gateway.Endpoint, "/other/direct") } };

        var outcome = await Client(sut).DeleteAsync(Merchant(gateway, protocol), new("231095"), ClientUnderTest.Deadline, Stop);

        outcome.ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Answered>();
        gateway.Requests.ShouldHaveSingleItem().Path.ShouldBe("/other/direct");
    }

    [Theory]
    [InlineData("231096", "000")]
    [InlineData("", "000")]
    [InlineData("231096", "002")]
    public async Task An_answer_about_another_link_is_mismatched(string qpId, string resCode)
    {
        var outcome = await DeleteAsync(ApiAnswer.QuickPay("QPDeleteRes", ("qpID", qpId), ("resCode", resCode)).ToJsonBase64());

        Unknown(outcome).Reason.ShouldBe(UnknownReason.Mismatched);
    }

    [Fact]
    public async Task A_refusal_is_verified_in_any_letter_case_and_may_leave_out_the_link()
    {
        var outcome = await DeleteAsync(ApiAnswer.QuickPay("QPDeleteRes", ("resCode", "002")).ToJsonBase64());

        outcome
            .ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Refused>()
            .Response.ResCode.ShouldBe(QuickPayResultCode.InvalidQuickPayId);
    }

    [Theory]
    [InlineData("currency", "USD")]
    [InlineData("amount", "1.00")]
    [InlineData("amount", "much")]
    [InlineData("orderIdPrefix", "QP-2")]
    [InlineData("url", "")]
    [InlineData("qpID", "")]
    public async Task A_new_link_must_be_the_one_that_was_asked_for(string field, string value)
    {
        var answer = Generated with { Fields = [.. Generated.Fields.Select(pair => pair.Name == field ? (field, value) : pair)] };
        await using var gateway = ScriptedGateway.Answering(answer.ToJsonBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await Client(sut)
            .GenerateAsync(Merchant(gateway), new("QP-1", QuickPaySamples.Terms), ClientUnderTest.Deadline, Stop);

        outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    [Fact]
    public async Task A_wrong_hash_is_not_believed()
    {
        var answer = ApiAnswer.QuickPay("QPDeleteRes", ("qpID", "231095"), ("resCode", "000")) with
        {
            Hash = new string('A', 40),
        };

        Unknown(await DeleteAsync(answer.ToJsonBase64())).Reason.ShouldBe(UnknownReason.Unverified);
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("e30=")]
    [InlineData("eyJRUFVwZGF0ZVJlcyI6eyJyZXNDb2RlIjoiMDAwIn19")]
    [InlineData("eyJRUERlbGV0ZVJlcyI6e319")]
    public async Task A_body_that_is_no_answer_to_the_verb_is_unreadable(string body) =>
        Unknown(await DeleteAsync(body)).Reason.ShouldBe(UnknownReason.Unreadable);

    [Theory]
    [InlineData("https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentAction.aspx", "https://demo2.2c2p.com/2C2PFrontEnd")]
    [InlineData("https://t.2c2p.com/PaymentActionV2/PaymentProcess.aspx", "https://t.2c2p.com")]
    public void The_published_addresses_are_found_beside_Payment_Action(string paymentAction, string host)
    {
        var merchant = ClientUnderTest.Merchant(new Uri(paymentAction));

        QuickPayWire.Direct(merchant).Endpoint.AbsoluteUri.ShouldBe($"{host}/QuickPay/DirectAPI");
        QuickPayWire.Delivery(merchant).Endpoint.AbsoluteUri.ShouldBe($"{host}/QuickPay/DeliveryAPI");
    }

    private static async Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(string body)
    {
        await using var gateway = ScriptedGateway.Answering(body);
        await using var sut = new ClientUnderTest();
        return await Client(sut).DeleteAsync(Merchant(gateway), new("231095"), ClientUnderTest.Deadline, Stop);
    }

    private static GatewayOutcome<QuickPayResponse>.Unknown Unknown(GatewayOutcome<QuickPayResponse> outcome) =>
        outcome.ShouldBeOfType<GatewayOutcome<QuickPayResponse>.Unknown>();

    private static IQuickPayClient Client(ClientUnderTest sut) => sut.Get<IQuickPayClient>();

    private static GatewayMerchant Merchant(ScriptedGateway gateway, ProtocolSettings? protocol = null) =>
        ClientUnderTest.Merchant(gateway.Endpoint, protocol: protocol);

    private static Dictionary<string, string> Fields(ReceivedRequest request, string verb)
    {
        var json = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            Convert.FromBase64String(request.Body)
        )!;
        json.Keys.ShouldBe([verb]);
        return json[verb];
    }

    private static string Sha1(string text)
    {
#pragma warning disable CA5350 // The gateway's formula.
        return Convert.ToHexStringLower(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(Vectors.SecretKey), Encoding.UTF8.GetBytes(text))
        );
#pragma warning restore CA5350
    }
}
