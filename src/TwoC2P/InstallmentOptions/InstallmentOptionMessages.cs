using TwoC2P.Codes;
using TwoC2P.Messages;

namespace TwoC2P.InstallmentOptions;

/// <summary>Turns 2C2P's fields into answers.</summary>
internal static class InstallmentOptionMessages
{
    private const string DateFormat = "yyyy-MM-dd";

    public static InstallmentOptionsResponse ToResponse(WireMessage message) =>
        new()
        {
            Version = message.NullIfEmpty("version"),
            TimeStamp = message.NullIfEmpty("timeStamp"),
            RespCode = new ResultCode(message["respCode"]),
            RespReason = message.NullIfEmpty("respReason"),
            Banks = [.. message.Items(InstallmentOptionLayouts.Banks).Select(ToBank)],
            HashValue = message.NullIfEmpty("hashValue"),
        };

    private static InstallmentBank ToBank(WireItem bank) =>
        new()
        {
            BankName = bank.NullIfEmpty("bankName"),
            BankShortName = bank.NullIfEmpty("bankShortName"),
            BankTerms = bank.NullIfEmpty("bankTerms"),
            BankLogoUrl = bank.NullIfEmpty("bankLogoUrl"),
            BankPromoUrl = bank.NullIfEmpty("bankPromoUrl"),
            Bins = [.. bank.Items(InstallmentOptionLayouts.Bins).Select(item => item[InstallmentOptionLayouts.Bin].Trim())],
            Options = [.. bank.Items(InstallmentOptionLayouts.Options).Select(ToOption)],
        };

    private static InstallmentOption ToOption(WireItem option) =>
        new()
        {
            Id = WireFormats.ReadInteger(option.NullIfEmpty("id")),
            InstallmentPeriod = WireFormats.ReadInteger(option.NullIfEmpty("installmentPeriod")),
            MerInterestRate = WireFormats.ReadDecimal(option.NullIfEmpty("merInterestRate")),
            CusInterestRate = WireFormats.ReadDecimal(option.NullIfEmpty("cusInterestRate")),
            MinAmount = WireFormats.ReadAmount(option.NullIfEmpty("minAmount"), option.NullIfEmpty("currencyCode")),
            CurrencyCode = option.NullIfEmpty("currencyCode"),
            ValidFrom = WireFormats.ReadDate(option.NullIfEmpty("validFrom"), DateFormat),
            ValidUntil = WireFormats.ReadDate(option.NullIfEmpty("validUntil"), DateFormat),
        };
}
