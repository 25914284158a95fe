using ClientAndSimulator.Tests.Running;
using TwoC2P;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace ClientAndSimulator.Tests.Rows;

/// <summary>Every row of the response tables but the arrays.</summary>
internal static class ResponseRows
{
    private static readonly string Mismatched = Ending.Unknown(UnknownReason.Mismatched);
    private static readonly string Unverified = Ending.Unknown(UnknownReason.Unverified);

    private static IReadOnlyList<ResponseRow> Payment { get; } =
        new ResponseTable<PaymentProcessResponse>("PaymentProcessResponse")
            .Row("version", answer => answer.Version)
            .Row("timeStamp", answer => answer.TimeStamp)
            .Row("respCode", answer => answer.RespCode.Text, ending: Ending.Refused)
            .Row("respDesc", answer => answer.RespDesc)
            .Row("processType", answer => answer.ProcessType, ending: Mismatched)
            .Row("invoiceNo", answer => answer.InvoiceNo, ending: Mismatched)
            .Row("amount", answer => answer.Amount, Money.FromAmount(12.34m))
            .Row("status", answer => answer.Status.Text)
            .Row("approvalCode", answer => answer.ApprovalCode)
            .Row("referenceNo", answer => answer.ReferenceNo)
            .Row("transactionDateTime", answer => answer.TransactionDateTime)
            .Row("paidAgent", answer => answer.PaidAgent)
            .Row("paidChannel", answer => answer.PaidChannel)
            .Row("maskedPan", answer => answer.MaskedPan)
            .Row("eci", answer => answer.Eci)
            .Row("subMerchant subMID", answer => answer.SubMerchants[0].SubMid)
            .Row("subMerchant subAmount", answer => answer.SubMerchants[0].SubAmount, Money.FromAmount(7.77m))
            .Row("refund referenceNo", answer => answer.Refunds[0].ReferenceNo)
            .Row("refund status", answer => answer.Refunds[0].Status.Text)
            .Row("refund amount", answer => answer.Refunds[0].Amount, Money.FromAmount(6.66m))
            .Row("refund dateTime", answer => answer.Refunds[0].DateTime)
            .Row("paymentScheme", answer => answer.PaymentScheme)
            .Row("processBy", answer => answer.ProcessBy)
            .Row("hashValue", answer => answer.HashValue, ending: Unverified)
            .Rows;

    private static IReadOnlyList<ResponseRow> Cards { get; } =
        new ResponseTable<CardTokenResponse>("MaintenanceResponse")
            .Row("version", answer => answer.Version)
            .Row("timeStamp", answer => answer.TimeStamp)
            .Row("merchantID", answer => answer.MerchantId, ending: Mismatched)
            .Row("respCode", answer => answer.RespCode.Text, ending: Ending.Refused)
            .Row("respReason", answer => answer.RespReason)
            .Row("panBank", answer => answer.PanBank)
            .Row("storeCardUniqueID", answer => answer.StoreCardUniqueId, ending: Mismatched)
            .Row("panCountry", answer => answer.PanCountry)
            .Row("cardholderName", answer => answer.CardholderName)
            .Row("cardholderEmail", answer => answer.CardholderEmail)
            .Row("panMasked", answer => answer.PanMasked)
            .Row("hashValue", answer => answer.HashValue, ending: Unverified)
            .Rows;

    private static IReadOnlyList<ResponseRow> Plans { get; } =
        new ResponseTable<RecurringPlanResponse>("RecurringMaintenanceResponse")
            .Row("version", answer => answer.Version)
            .Row("timeStamp", answer => answer.TimeStamp)
            .Row("respCode", answer => answer.RespCode.Text, ending: Ending.Refused)
            .Row("respReason", answer => answer.RespReason)
            .Row("recurringUniqueID", answer => answer.RecurringUniqueId, ending: Mismatched)
            .Row("recurringStatus", answer => answer.RecurringStatus.Value, false)
            .Row("invoicePrefix", answer => answer.InvoicePrefix)
            .Row("currency", answer => answer.Currency)
            .Row("amount", answer => answer.Amount.Value, 123.45m)
            .Row("maskedCardNo", answer => answer.MaskedCardNo)
            .Row("allowAccumulate", answer => answer.AllowAccumulate.Value, false)
            .Row("maxAccumulateAmount", answer => answer.MaxAccumulateAmount.Value, 543.21m)
            .Row("recurringInterval", answer => answer.RecurringInterval.Value, 77)
            .Row("recurringCount", answer => answer.RecurringCount.Value, 88)
            .Row("currentCount", answer => answer.CurrentCount.Value, 66)
            .Row("chargeNextDate", answer => answer.ChargeNextDate.Value, new DateOnly(2027, 6, 5))
            .Row("chargeOnDate", answer => answer.ChargeOnDate.Value, SeventhOfMay)
            .Row("hashValue", answer => answer.HashValue, ending: Unverified)
            .Rows;

    private static IReadOnlyList<ResponseRow> Options { get; } =
        new ResponseTable<InstallmentOptionsResponse>("IppOptionResponse")
            .Row("version", answer => answer.Version)
            .Row("timeStamp", answer => answer.TimeStamp)
            .Row("respCode", answer => answer.RespCode.Text, ending: Ending.Refused)
            .Row("respReason", answer => answer.RespReason)
            .Row("bankName", answer => answer.Banks[0].BankName)
            .Row("bankShortName", answer => answer.Banks[0].BankShortName)
            .Row("bankTerms", answer => answer.Banks[0].BankTerms)
            .Row("bankLogoUrl", answer => answer.Banks[0].BankLogoUrl)
            .Row("bankPromoUrl", answer => answer.Banks[0].BankPromoUrl)
            .Row("bin", answer => answer.Banks[0].Bins[0])
            .Row("option id", answer => answer.Banks[0].Options[0].Id.Value, 42)
            .Row("option installmentPeriod", answer => answer.Banks[0].Options[0].InstallmentPeriod.Value, 36)
            .Row("option merInterestRate", answer => answer.Banks[0].Options[0].MerInterestRate.Value, 0.12m)
            .Row("option cusInterestRate", answer => answer.Banks[0].Options[0].CusInterestRate.Value, -0.34m)
            .Row("option minAmount", answer => answer.Banks[0].Options[0].MinAmount.Value, 4321m)
            .Row("option currencyCode", answer => answer.Banks[0].Options[0].CurrencyCode)
            .Row("option validFrom", answer => answer.Banks[0].Options[0].ValidFrom.Value, new DateOnly(2026, 3, 4))
            .Row("option validUntil", answer => answer.Banks[0].Options[0].ValidUntil.Value, new DateOnly(2028, 4, 5))
            .Row("hashValue", answer => answer.HashValue, ending: Unverified)
            .Rows;

    private static IReadOnlyList<ResponseRow> Links { get; } =
        new ResponseTable<SendLinkResponse>("QPSendRes")
            .Row("version", answer => answer.Version)
            .Row("timeStamp", answer => answer.TimeStamp)
            .Row("qpID", answer => answer.QpId, ending: Mismatched)
            .Row("successEmails", answer => answer.Delivery.SuccessEmails, Split("successEmails"))
            .Row("successMobiles", answer => answer.Delivery.SuccessMobiles, Split("successMobiles"))
            .Row("failedEmails", answer => answer.Delivery.FailedEmails, Split("failedEmails"))
            .Row("failedMobiles", answer => answer.Delivery.FailedMobiles, Split("failedMobiles"))
            .Row("resCode", answer => answer.ResCode.Text, ending: Ending.Refused)
            .Row("resDesc", answer => answer.ResDesc)
            .Row("hashValue", answer => answer.HashValue, ending: Unverified)
            .Rows;

    public static IReadOnlyList<ResponseRow> All { get; } = [.. Payment, .. Cards, .. Plans, .. Options, .. Links];

    public static ResponseRow Find(string message, string field) =>
        All.SingleOrDefault(row => row.Message == message && row.Field == field)
        ?? throw new InvalidOperationException($"Cover the row {message} {field}.");

    private static DayAndMonth? SeventhOfMay => DayAndMonth.TryParseIso("05-07", out var day) ? day : null;

    private static string[] Split(string field) => ResponseTexts.Of("QPSendRes", field).Split(';');
}
