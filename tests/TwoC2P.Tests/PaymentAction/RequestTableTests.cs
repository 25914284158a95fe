using System.Text;
using System.Xml.Linq;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

/// <summary>Each row of the published request table, at its longest and one character longer.</summary>
public class RequestTableTests
{
    private const string Longest13 = "9999999999.99";

    public static TheoryData<string> Fields => [.. FieldTable.Rows("PaymentProcessRequest").Select(row => row.Field)];

    // The others are made by the client, fixed by a type, or without a length: the longest-value test bounds what they send.
    public static TheoryData<string> FieldsOfTheCaller =>
        [
            .. FieldTable
                .Rows("PaymentProcessRequest")
                .Select(row => row.Field)
                .Except(["timeStamp", "merchantID", "processType", "subMerchantList", "hashValue"]),
        ];

    public static TheoryData<string> MandatoryFields =>
        [.. FieldTable.Rows("PaymentProcessRequest").Where(row => row.Mandatory).Select(row => row.Field)];

    [Fact]
    public void The_table_has_14_rows() => Fields.Count.ShouldBe(14);

    [Fact]
    public void A_merchant_id_has_15_characters_at_most()
    {
        MerchantId.IsWellFormed(new string('M', 15)).ShouldBeTrue();
        MerchantId.IsWellFormed(new string('M', 16)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task The_longest_value_passes_and_reaches_the_gateway(string field)
    {
        var row = Row(field);
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var (request, version, expected) = Case(row, row.Length ?? 0);

        await SendAsync(sut, gateway, request, version);

        var xml = XElement.Parse(
            Encoding.UTF8.GetString(Convert.FromBase64String(gateway.Requests.ShouldHaveSingleItem().Envelope))
        );
        var value = ValueOf(xml, field);
        value.ShouldNotBeNull();
        if (expected is not null)
            value.ShouldBe(expected);
        if (row.Length is { } length)
            value.Length.ShouldBeLessThanOrEqualTo(length);
    }

    [Theory]
    [MemberData(nameof(FieldsOfTheCaller))]
    public async Task One_character_more_is_refused_by_the_fields_name(string field)
    {
        var row = Row(field);

        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var (request, version, _) = Case(row, row.Length!.Value + 1);

        var outcome = await SendAsync(sut, gateway, request, version);

        var errors = outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Errors;
        errors.Select(error => error.Field).Distinct().ShouldBe([field]);
        gateway.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(MandatoryFields))]
    public async Task A_mandatory_field_cannot_be_left_out(string field)
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var inquiry = new PaymentProcessRequest { ProcessType = ProcessType.Inquiry, InvoiceNo = "INV-1" };
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint);

        var outcome = field switch
        {
            "version" => await SendAsync(sut, gateway, inquiry, version: ""),
            "merchantID" => await SendAsync(sut, gateway, inquiry, merchantId: default(MerchantId)),
            "processType" => await SendAsync(sut, gateway, inquiry with { ProcessType = (ProcessType)99 }),
            "invoiceNo" => await SendAsync(sut, gateway, inquiry with { InvoiceNo = "" }),
            "hashValue" => await SendAsync(sut, gateway, inquiry),
            _ => throw new InvalidOperationException($"Cover the mandatory field {field}."),
        };

        if (field is "hashValue")
            gateway.Requests.ShouldHaveSingleItem().Envelope.ShouldNotBeEmpty();
        else
            outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    /// <summary>A request whose field has this many characters, and the text that must arrive.</summary>
    private static (PaymentProcessRequest Request, string Version, string? Expected) Case(FieldRow row, int length)
    {
        var refund = ClientUnderTest.Refund();
        var text = new string('ก', length);
        var amount = length > 13 ? new Money(1_000_000_000_000) : Money.Max;
        const string url = "https://shop.example/";
        return row.Field switch
        {
            "version" => (refund, new string('3', length), new string('3', length)),
            "timeStamp" => (refund, "3.4", "061126000409"),
            "merchantID" => (refund, "3.4", "JT01"),
            "processType" => (refund with { ProcessType = ProcessType.RefundStatus, ActionAmount = null }, "3.4", "RS"),
            "invoiceNo" => (refund with { InvoiceNo = text }, "3.4", text),
            "actionAmount" => (refund with { ActionAmount = amount }, "3.4", Longest13),
            "bankCode" => (refund with { BankAccount = new BankAccount(text, null, null) }, "3.4", text),
            "accountName" => (refund with { BankAccount = new BankAccount(null, text, null) }, "3.4", text),
            "accountNumber" => (refund with { BankAccount = new BankAccount(null, null, text) }, "3.4", text),
            "subMerchantList" => (Shared(refund, "S1", Money.FromAmount(1)), "3.4", null),
            "subMerchant subMID" => (Shared(refund, text, Money.FromAmount(1)), "3.4", text),
            "subMerchant subAmount" => (Shared(refund, "S1", amount), "3.4", Longest13),
            "notifyURL" => (refund with { NotifyUrl = url.PadRight(length, 'x') }, "3.4", url.PadRight(length, 'x')),
            "hashValue" => (refund, "3.4", null),
            _ => throw new InvalidOperationException($"Cover the field {row.Field}."),
        };
    }

    // A share of 14 characters comes with a negative one, so that the whole amount is not too long as well.
    private static PaymentProcessRequest Shared(PaymentProcessRequest refund, string subMid, Money amount) =>
        amount <= Money.Max
            ? refund with
            {
                ActionAmount = amount,
                SubMerchants = [new SubMerchantAmount(subMid, amount)],
            }
            : refund with
            {
                ActionAmount = amount - Money.FromAmount(1),
                SubMerchants = [new(subMid, amount), new(subMid, Money.FromAmount(-1))],
            };

    private static string? ValueOf(XElement xml, string field) =>
        field.Split(' ') is [var item, var attribute]
            ? xml.Descendants(item).First().Attribute(attribute)?.Value
            : xml.Element(field)?.Value;

    private static FieldRow Row(string field) => FieldTable.Rows("PaymentProcessRequest").Single(row => row.Field == field);

    private static Task<PaymentActionOutcome> SendAsync(
        ClientUnderTest sut,
        ScriptedGateway gateway,
        PaymentProcessRequest request,
        string version = "3.4",
        MerchantId? merchantId = null
    )
    {
        var usual = ClientUnderTest.Merchant(gateway.Endpoint);
        var merchant = new GatewayMerchant
        {
            MerchantId = merchantId ?? usual.MerchantId,
            Endpoint = usual.Endpoint,
            Envelope = usual.Envelope,
            Version = version,
            TimeZone = usual.TimeZone,
            Keys = usual.Keys,
        };
        return sut.Client.SendAsync(merchant, request, ClientUnderTest.Deadline, TestContext.Current.CancellationToken);
    }
}
