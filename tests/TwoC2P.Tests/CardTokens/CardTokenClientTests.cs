using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using TwoC2P.CardTokens;
using TwoC2P.Codes;
using TwoC2P.Keys;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace TwoC2P.Tests.CardTokens;

public class CardTokenClientTests
{
    private const string Pan = "4111111111111111";

    private static readonly CardTokenRequest Inquiry = new() { Action = CardTokenAction.Inquiry, StoreCardUniqueId = "1001" };

    [Fact]
    public async Task Adding_a_card_sends_every_field_in_the_published_order_and_gives_the_token()
    {
        var answer = ApiAnswer.Card(
            ("version", "2.4"),
            ("merchantID", "JT01"),
            ("respCode", "00"),
            ("storeCardUniqueID", "1001"),
            ("panMasked", "411111XXXXXX1111")
        );
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await SendAsync(sut, gateway, Add());

        var answered = outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
        answered.Response.StoreCardUniqueId.ShouldBe("1001");
        answered.Response.PanMasked.ShouldBe("411111XXXXXX1111");
        answered.Evidence.KeyVersion.ShouldBe("v2");
        var xml = Xml(gateway);
        xml.Elements()
            .Select(element => element.Name.LocalName)
            .ShouldBe(
                "version timeStamp merchantID pan panBank panCountry panCurrency cardholderName cardholderEmail panExpiry action hashValue".Split()
            );
        xml.Element("pan")!.Value.ShouldBe(Pan);
        xml.Element("action")!.Value.ShouldBe("A");
        xml.Element("hashValue")!.Value.ShouldBe(Sha256($"2.3JT01{Pan}SCBTH764Somchai Jaideesomchai@shop.example1227A"));
    }

    [Theory]
    [InlineData(CardTokenAction.Inquiry, "I")]
    [InlineData(CardTokenAction.Update, "U")]
    [InlineData(CardTokenAction.Delete, "D")]
    public async Task The_other_actions_name_the_stored_card(CardTokenAction action, string code)
    {
        await using var gateway = ScriptedGateway.Answering(Yes("1001").ToXmlBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await SendAsync(sut, gateway, Inquiry with { Action = action });

        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
        Xml(gateway).Element("action")!.Value.ShouldBe(code);
        Xml(gateway).Element("storeCardUniqueID")!.Value.ShouldBe("1001");
        Xml(gateway).Element("pan").ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_is_verified_and_may_leave_out_the_card()
    {
        var outcome = await AskAsync(ApiAnswer.Card(("version", "2.4"), ("merchantID", "JT01"), ("respCode", "01")), Inquiry);

        outcome
            .ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Refused>()
            .Response.RespCode.ShouldBe(ResultCode.StoredCardNotFound);
    }

    [Theory]
    [InlineData("00", "1002", "JT01")]
    [InlineData("00", "", "JT01")]
    [InlineData("01", "1002", "JT01")]
    [InlineData("00", "1001", "JT02")]
    public async Task A_verified_answer_to_something_else_is_mismatched(string respCode, string card, string merchant)
    {
        var answer = ApiAnswer.Card(("respCode", respCode), ("storeCardUniqueID", card), ("merchantID", merchant));

        var outcome = await AskAsync(answer, Inquiry);

        Unknown(outcome).Reason.ShouldBe(UnknownReason.Mismatched);
    }

    [Theory]
    [InlineData("411111XXXXXX1112")]
    [InlineData("511111XXXXXX1111")]
    [InlineData("XXXXXXXXXXXX1112")]
    public async Task A_token_for_another_card_number_is_mismatched(string masked)
    {
        var answer = ApiAnswer.Card(("respCode", "00"), ("storeCardUniqueID", "1001"), ("panMasked", masked));

        var outcome = await AskAsync(answer, Add());

        Unknown(outcome).Reason.ShouldBe(UnknownReason.Mismatched);
    }

    [Fact]
    public async Task Adding_without_a_token_in_the_answer_is_mismatched()
    {
        var outcome = await AskAsync(ApiAnswer.Card(("respCode", "00"), ("panMasked", "XXXXXXXXXXXX1111")), Add());

        Unknown(outcome).Reason.ShouldBe(UnknownReason.Mismatched);
    }

    [Fact]
    public async Task A_wrong_hash_is_not_believed_but_kept()
    {
        var outcome = await AskAsync(Yes("1001") with { Hash = new string('a', 64) }, Inquiry);

        Unknown(outcome).Reason.ShouldBe(UnknownReason.Unverified);
        Unknown(outcome).Unverified!.StoreCardUniqueId.ShouldBe("1001");
    }

    [Fact]
    public async Task An_answer_hashed_with_the_weaker_algorithm_is_not_believed_until_the_setting_says_so()
    {
        var answer = Yes("1001") with { Algorithm = HashAlgorithmName.SHA1 };
        var sha1 = ClientUnderTest.Base64Protocol();
        sha1.CardTokens.Algorithm = SignatureAlgorithm.HmacSha1;

        Unknown(await AskAsync(answer, Inquiry)).Reason.ShouldBe(UnknownReason.Unverified);
        (await AskAsync(answer, Inquiry, sha1)).ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
    }

    [Fact]
    public async Task Another_field_order_is_a_setting()
    {
        var answer = Yes("1001") with { HashOrder = "storeCardUniqueID respCode version" };
        var protocol = ClientUnderTest.Base64Protocol();
        protocol.CardTokens.AnswerHashOrder = "storeCardUniqueID respCode version";
        protocol.CardTokens.RequestHashOrder = "action storeCardUniqueID";
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();

        var outcome = await SendAsync(sut, gateway, Inquiry, protocol);

        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
        Xml(gateway).Element("hashValue")!.Value.ShouldBe(Sha256("I1001"));
    }

    [Fact]
    public async Task By_default_cards_travel_in_PKCS_7_to_the_page_beside_the_merchants_Base64_page()
    {
        var keys = new GatewayKeys
        {
            SecretKeys = [new SecretKey("v1", Vectors.SecretKey)],
            GatewayCertificate = Vectors.Certificate("gateway"),
        };
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, keys: keys, protocol: new ProtocolSettings());

        await sut.Get<ICardTokenClient>().SendAsync(merchant, Inquiry, ClientUnderTest.Deadline, default);

        var request = gateway.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/PaymentActionV2/PaymentAction.aspx");
        request.Envelope.ShouldStartWith("MI");
    }

    [Fact]
    public async Task An_address_that_is_not_known_must_be_configured()
    {
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(new Uri("http://127.0.0.1:1/elsewhere"), protocol: new ProtocolSettings());

        var call = () => sut.Get<ICardTokenClient>().SendAsync(merchant, Inquiry, ClientUnderTest.Deadline, default);

        (await call.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("address");
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(new Uri("http://127.0.0.1:1/PaymentActionV2/PaymentProcess.aspx"));

        var outcome = await sut.Get<ICardTokenClient>().SendAsync(merchant, Add(), ClientUnderTest.Deadline, default);

        var never = outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.NeverSent>();
        never.Reason.ShouldBe(NeverSentReason.NotConnected);
    }

    [Fact]
    public async Task Neither_logs_nor_the_texts_of_requests_and_outcomes_show_the_cardholder()
    {
        var echo = ApiAnswer.Card(
            ("respCode", "00"),
            ("storeCardUniqueID", "1001"),
            ("cardholderName", "Somchai Jaidee"),
            ("cardholderEmail", "somchai@shop.example")
        );
        await using var gateway = ScriptedGateway.Answering(echo.ToXmlBase64());
        await using var sut = new ClientUnderTest();
        var invalid = Add() with { Pan = new CardNumber("4111111111111112"), CardholderName = "4111111111111111" };

        var sent = await SendAsync(sut, gateway, Add());
        var refused = await SendAsync(sut, gateway, invalid);

        sut.Logs.Count.ShouldBe(2);
        var errors = refused.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.NeverSent>().Errors;
        string[] texts = [.. sut.Logs, $"{sent}", $"{refused}", $"{Add()}", .. errors.Select(error => $"{error}")];
        foreach (var text in texts)
        {
            text.ShouldNotContain("4111");
            text.ShouldNotContain("Somchai", Case.Insensitive);
            text.ShouldNotContain(Vectors.SecretKey);
        }
    }

    [Fact]
    public async Task A_call_is_one_event_with_its_outcome()
    {
        await using var gateway = ScriptedGateway.Answering(Yes("1001").ToXmlBase64());
        await using var sut = new ClientUnderTest();

        await SendAsync(sut, gateway, Inquiry);

        sut.Logs.ShouldHaveSingleItem()
            .ShouldEndWith("4002 2C2P CardTokens Inquiry for merchant JT01: Answered  (HTTP 200) in 0 ms ");
    }

    private static CardTokenRequest Add() =>
        new()
        {
            Action = CardTokenAction.Add,
            Pan = new CardNumber(Pan),
            PanBank = "SCB",
            PanCountry = "TH",
            PanCurrency = "764",
            CardholderName = "Somchai Jaidee",
            CardholderEmail = "somchai@shop.example",
            PanExpiry = "1227",
        };

    private static ApiAnswer Yes(string card) => ApiAnswer.Card(("respCode", "00"), ("storeCardUniqueID", card));

    private static GatewayOutcome<CardTokenResponse>.Unknown Unknown(GatewayOutcome<CardTokenResponse> outcome) =>
        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Unknown>();

    private static XElement Xml(ScriptedGateway gateway) =>
        XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(gateway.Requests.ShouldHaveSingleItem().Envelope)));

    private static string Sha256(string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Vectors.SecretKey), Encoding.UTF8.GetBytes(text)));

    private static async Task<GatewayOutcome<CardTokenResponse>> AskAsync(
        ApiAnswer answer,
        CardTokenRequest request,
        ProtocolSettings? protocol = null
    )
    {
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();
        return await SendAsync(sut, gateway, request, protocol);
    }

    private static Task<GatewayOutcome<CardTokenResponse>> SendAsync(
        ClientUnderTest sut,
        ScriptedGateway gateway,
        CardTokenRequest request,
        ProtocolSettings? protocol = null
    ) =>
        sut.Get<ICardTokenClient>()
            .SendAsync(
                ClientUnderTest.Merchant(gateway.Endpoint, protocol: protocol),
                request,
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
}
