using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

/// <summary>Each row of the published response table reaches the result, at its longest and longer.</summary>
public class ResponseTableTests
{
    private static readonly GatewayKeys Keys = new() { SecretKeys = [new SecretKey("v1", Vectors.SecretKey)] };

    public static TheoryData<string> Fields => [.. FieldTable.Rows("PaymentProcessResponse").Select(row => row.Field)];

    [Fact]
    public void The_table_has_26_rows() => Fields.Count.ShouldBe(26);

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_longest_value_reaches_the_result(string field)
    {
        var row = FieldTable.Rows("PaymentProcessResponse").Single(row => row.Field == field);
        var value = row.Type is "N" ? "9999999999.99" : new string('ก', row.Length ?? 1);

        var sut = Read(field, value);

        Actual(sut, field).ShouldBe(value);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_longer_value_than_published_is_kept_whole(string field)
    {
        var value = new string('7', 200);

        var sut = Read(field, value);

        Actual(sut, field).ShouldBe(value);
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("subMerchant subAmount")]
    [InlineData("refund amount")]
    public void An_amount_is_read_as_money_or_not_at_all(string field)
    {
        MoneyOf(Read(field, "1000.00"), field).ShouldBe(Money.FromAmount(1000));
        MoneyOf(Read(field, "1,000.00"), field).ShouldBeNull();
        MoneyOf(Read(field, "1.001"), field).ShouldBeNull();
        MoneyOf(Read(field, "-1.00"), field).ShouldBeNull();
    }

    [Theory]
    [InlineData("refundReferenceNo")]
    [InlineData("userDefined1")]
    [InlineData("userDefined2")]
    [InlineData("userDefined3")]
    [InlineData("userDefined4")]
    [InlineData("userDefined5")]
    [InlineData("refund userDefined1")]
    [InlineData("refund userDefined2")]
    [InlineData("refund userDefined3")]
    [InlineData("refund userDefined4")]
    [InlineData("refund userDefined5")]
    public void Fields_beyond_the_table_reach_the_result(string field)
    {
        var sut = Read(field, "text");

        Actual(sut, field).ShouldBe("text");
    }

    [Fact]
    public void Absent_and_empty_fields_are_null()
    {
        var sut = Parse("<PaymentProcessResponse><respCode>00</respCode><status/><eci></eci></PaymentProcessResponse>");

        sut.Eci.ShouldBeNull();
        sut.InvoiceNo.ShouldBeNull();
        sut.Status.ToString().ShouldBe("");
        sut.UserDefined.ShouldBe([null, null, null, null, null]);
        sut.Refunds.ShouldBeEmpty();
    }

    private static PaymentProcessResponse Read(string field, string value)
    {
        var result = field is "respCode" ? "" : "<respCode>00</respCode>";
        var xml =
            field.Split(' ') is [var item, var attribute] ? $"<{item}List><{item} {attribute}=\"{value}\"/></{item}List>"
            : field.EndsWith("List", StringComparison.Ordinal)
                ? $"<{field}><{field[..^4]} {(field is "refundList" ? "referenceNo" : "subMID")}=\"{value}\"/></{field}>"
            : $"<{field}>{value}</{field}>";
        return Parse($"<PaymentProcessResponse>{result}{xml}</PaymentProcessResponse>");
    }

    private static PaymentProcessResponse Parse(string xml) =>
        PaymentProcessResponseMessage.ToResponse(
            PaymentProcessResponseMessage.Read(EnvelopeText.Find(SignedAnswer.Base64(xml)), Keys)!
        );

    private static string? Actual(PaymentProcessResponse sut, string field) =>
        field switch
        {
            "version" => sut.Version,
            "timeStamp" => sut.TimeStamp,
            "respCode" => sut.RespCode.Text,
            "respDesc" => sut.RespDesc,
            "processType" => sut.ProcessType,
            "invoiceNo" => sut.InvoiceNo,
            "amount" => sut.AmountText,
            "status" => sut.Status.Text,
            "approvalCode" => sut.ApprovalCode,
            "referenceNo" => sut.ReferenceNo,
            "refundReferenceNo" => sut.RefundReferenceNo,
            "transactionDateTime" => sut.TransactionDateTime,
            "paidAgent" => sut.PaidAgent,
            "paidChannel" => sut.PaidChannel,
            "maskedPan" => sut.MaskedPan,
            "eci" => sut.Eci,
            "subMerchantList" or "subMerchant subMID" => sut.SubMerchants[0].SubMid,
            "subMerchant subAmount" => sut.SubMerchants[0].SubAmountText,
            "refundList" or "refund referenceNo" => sut.Refunds[0].ReferenceNo,
            "refund status" => sut.Refunds[0].Status.Text,
            "refund amount" => sut.Refunds[0].AmountText,
            "refund dateTime" => sut.Refunds[0].DateTime,
            "paymentScheme" => sut.PaymentScheme,
            "processBy" => sut.ProcessBy,
            "hashValue" => sut.HashValue,
            _ when field.StartsWith("refund userDefined", StringComparison.Ordinal) => sut.Refunds[0].UserDefined[
                field[^1] - '1'
            ],
            _ when field.StartsWith("userDefined", StringComparison.Ordinal) => sut.UserDefined[field[^1] - '1'],
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static Money? MoneyOf(PaymentProcessResponse sut, string field) =>
        field switch
        {
            "amount" => sut.Amount,
            "refund amount" => sut.Refunds[0].Amount,
            _ => sut.SubMerchants[0].SubAmount,
        };
}
