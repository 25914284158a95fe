using System.Text;
using System.Text.Json;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.Messages;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests;

/// <summary>Each row of the other APIs' response tables reaches the result, at its longest and longer.</summary>
public class ApiResponseTableTests
{
    internal static readonly string[] Messages =
    [
        "MaintenanceResponse",
        "RecurringMaintenanceResponse",
        "IppOptionResponse",
        "QPSendRes",
    ];

    public static TheoryData<string, string> Fields =>
        [.. Messages.SelectMany(FieldTable.Rows).Select(row => (row.Message, row.Field))];

    [Fact]
    public void The_tables_have_62_rows() => Fields.Count.ShouldBe(12 + 18 + 22 + 10);

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_longest_value_reaches_the_result(string message, string field)
    {
        var row = FieldTable.Rows(message).Single(row => row.Field == field);
        var value = new string(row.Type is "N" ? '9' : 'ก', row.Length ?? 7);

        Actual(message, field, value).ShouldBe(value);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_longer_value_than_published_is_kept_whole(string message, string field)
    {
        var value = new string('7', 300);

        Actual(message, field, value).ShouldBe(value);
    }

    private static string? Actual(string message, string field, string value) =>
        message switch
        {
            "MaintenanceResponse" => Card(CardTokenMessages.ToResponse(Xml(CardTokenLayouts.Response, field, value)), field),
            "RecurringMaintenanceResponse" => Plan(
                RecurringPlanMessages.ToResponse(Xml(RecurringPlanLayouts.Response, field, value), MinorUnits.Iso4217),
                field
            ),
            "IppOptionResponse" => Options(
                InstallmentOptionMessages.ToResponse(Xml(InstallmentOptionLayouts.Response, field, value)),
                field
            ),
            "QPSendRes" => Send(QuickPayAnswerMessages.ToSendResponse(Json(QuickPayLayouts.SendAnswer, field, value)), field),
            _ => throw new InvalidOperationException($"Cover the message {message}."),
        };

    private static WireMessage Xml(MessageLayout layout, string field, string value)
    {
        var element = $"<{field}>{value}</{field}>";
        var xml = field switch
        {
            "ippBanks" => InBank($"<bankName>{value}</bankName>"),
            "bins" or "bin" => InBank($"<bins><bin>{value}</bin></bins>"),
            "installmentOptions" => InBank($"<installmentOptions><option id=\"{value}\"/></installmentOptions>"),
            _ when field.Split(' ') is ["option", var attribute] => InBank(
                $"<installmentOptions><option {attribute}=\"{value}\"/></installmentOptions>"
            ),
            _ when field.StartsWith("bank", StringComparison.Ordinal) => InBank(element),
            _ => element,
        };
        return MessageXmlReader.Read(Encoding.UTF8.GetBytes($"<{layout.Root}>{xml}</{layout.Root}>"), layout)!;
    }

    private static string InBank(string xml) => $"<ippBanks><ippBank>{xml}</ippBank></ippBanks>";

    private static WireMessage Json(MessageLayout layout, string field, string value)
    {
        var fields = new Dictionary<string, string> { [field] = value };
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, Dictionary<string, string>> { [layout.Root] = fields }
        );
        return MessageJson.Read(json, layout)!;
    }

    private static string? Card(CardTokenResponse sut, string field) =>
        field switch
        {
            "version" => sut.Version,
            "timeStamp" => sut.TimeStamp,
            "merchantID" => sut.MerchantId,
            "respCode" => sut.RespCode.Text,
            "respReason" => sut.RespReason,
            "panBank" => sut.PanBank,
            "storeCardUniqueID" => sut.StoreCardUniqueId,
            "panCountry" => sut.PanCountry,
            "cardholderName" => sut.CardholderName,
            "cardholderEmail" => sut.CardholderEmail,
            "panMasked" => sut.PanMasked,
            "hashValue" => sut.HashValue,
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Plan(RecurringPlanResponse sut, string field) =>
        field switch
        {
            "version" => sut.Version,
            "timeStamp" => sut.TimeStamp,
            "respCode" => sut.RespCode.Text,
            "respReason" => sut.RespReason,
            "recurringUniqueID" => sut.RecurringUniqueId,
            "recurringStatus" => sut.RecurringStatus.Text,
            "invoicePrefix" => sut.InvoicePrefix,
            "currency" => sut.Currency,
            "amount" => sut.Amount.Text,
            "maskedCardNo" => sut.MaskedCardNo,
            "allowAccumulate" => sut.AllowAccumulate.Text,
            "maxAccumulateAmount" => sut.MaxAccumulateAmount.Text,
            "recurringInterval" => sut.RecurringInterval.Text,
            "recurringCount" => sut.RecurringCount.Text,
            "currentCount" => sut.CurrentCount.Text,
            "chargeNextDate" => sut.ChargeNextDate.Text,
            "chargeOnDate" => sut.ChargeOnDate.Text,
            "hashValue" => sut.HashValue,
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Options(InstallmentOptionsResponse sut, string field) =>
        field switch
        {
            "version" => sut.Version,
            "timeStamp" => sut.TimeStamp,
            "respCode" => sut.RespCode.Text,
            "respReason" => sut.RespReason,
            "hashValue" => sut.HashValue,
            "ippBanks" or "bankName" => sut.Banks[0].BankName,
            "bankShortName" => sut.Banks[0].BankShortName,
            "bankTerms" => sut.Banks[0].BankTerms,
            "bankLogoUrl" => sut.Banks[0].BankLogoUrl,
            "bankPromoUrl" => sut.Banks[0].BankPromoUrl,
            "bins" or "bin" => sut.Banks[0].Bins[0],
            "installmentOptions" or "option id" => sut.Banks[0].Options[0].Id.Text,
            "option installmentPeriod" => sut.Banks[0].Options[0].InstallmentPeriod.Text,
            "option merInterestRate" => sut.Banks[0].Options[0].MerInterestRate.Text,
            "option cusInterestRate" => sut.Banks[0].Options[0].CusInterestRate.Text,
            "option minAmount" => sut.Banks[0].Options[0].MinAmount.Text,
            "option currencyCode" => sut.Banks[0].Options[0].CurrencyCode,
            "option validFrom" => sut.Banks[0].Options[0].ValidFrom.Text,
            "option validUntil" => sut.Banks[0].Options[0].ValidUntil.Text,
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Send(SendLinkResponse sut, string field) =>
        field switch
        {
            "version" => sut.Version,
            "timeStamp" => sut.TimeStamp,
            "qpID" => sut.QpId,
            "successEmails" => sut.Delivery.SuccessEmails[0],
            "successMobiles" => sut.Delivery.SuccessMobiles[0],
            "failedEmails" => sut.Delivery.FailedEmails[0],
            "failedMobiles" => sut.Delivery.FailedMobiles[0],
            "resCode" => sut.ResCode.Text,
            "resDesc" => sut.ResDesc,
            "hashValue" => sut.HashValue,
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };
}
