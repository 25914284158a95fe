using TwoC2P.Codes;
using TwoC2P.Messages;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <summary>Turns requests into 2C2P's fields, and 2C2P's fields into answers.</summary>
internal static class RecurringPlanMessages
{
    public static WireMessage From(RecurringPlanRequest request, MinorUnits units)
    {
        var terms = request.Terms ?? new RecurringPlanTerms();
        var decimals = TwelveDigits.DecimalsOf(units, terms.Currency);
        return new WireMessage
        {
            ["recurringUniqueID"] = request.RecurringUniqueId ?? "",
            ["processType"] = ToWire(request.Action),
            ["recurringStatus"] = WireFormats.ToFlag(terms.IsActive),
            ["amount"] = TwelveDigits.Write(terms.Amount, decimals),
            ["allowAccumulate"] = WireFormats.ToFlag(terms.AllowAccumulate),
            ["maxAccumulateAmount"] = TwelveDigits.Write(terms.MaxAccumulateAmount, decimals),
            ["recurringInterval"] = WireFormats.ToText(terms.RecurringInterval),
            ["recurringCount"] = WireFormats.ToText(terms.RecurringCount),
            ["chargeNextDate"] = terms.ChargeNextDate is { } date ? WireFormats.ToDdMMyyyy(date) : "",
            ["chargeOnDate"] = terms.ChargeOnDate?.ToWire() ?? "",
        };
    }

    public static RecurringPlanResponse ToResponse(WireMessage message, MinorUnits units)
    {
        var decimals = TwelveDigits.DecimalsOf(units, message.NullIfEmpty("currency"));
        return new()
        {
            Version = message.NullIfEmpty("version"),
            TimeStamp = message.NullIfEmpty("timeStamp"),
            MerchantId = message.NullIfEmpty("merchantID"),
            RespCode = new ResultCode(message["respCode"]),
            RespReason = message.NullIfEmpty("respReason"),
            RecurringUniqueId = message.NullIfEmpty("recurringUniqueID"),
            RecurringStatus = WireFormats.ReadFlag(message.NullIfEmpty("recurringStatus")),
            InvoicePrefix = message.NullIfEmpty("invoicePrefix"),
            Currency = message.NullIfEmpty("currency"),
            Amount = TwelveDigits.Read(message.NullIfEmpty("amount"), decimals),
            MaskedCardNo = message.NullIfEmpty("maskedCardNo"),
            AllowAccumulate = WireFormats.ReadFlag(message.NullIfEmpty("allowAccumulate")),
            MaxAccumulateAmount = TwelveDigits.Read(message.NullIfEmpty("maxAccumulateAmount"), decimals),
            RecurringInterval = WireFormats.ReadInteger(message.NullIfEmpty("recurringInterval")),
            RecurringCount = WireFormats.ReadInteger(message.NullIfEmpty("recurringCount")),
            CurrentCount = WireFormats.ReadInteger(message.NullIfEmpty("currentCount")),
            ChargeNextDate = WireFormats.ReadEitherDate(message.NullIfEmpty("chargeNextDate")),
            ChargeOnDate = ReadDay(message.NullIfEmpty("chargeOnDate")),
            HashValue = message.NullIfEmpty("hashValue"),
        };
    }

    public static WireValue<DayAndMonth> ReadDay(string? text) =>
        new(text, DayAndMonth.TryParseWire(text, out var day) ? day : null);

    private static string ToWire(RecurringPlanAction action) =>
        action switch
        {
            RecurringPlanAction.Inquiry => "I",
            RecurringPlanAction.Update => "U",
            RecurringPlanAction.Cancel => "C",
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
}
