namespace ClientAndSimulator.Tests.Page;

/// <summary>What the client does with each field of a request, in a sentence for docs/protocol.md.</summary>
internal static class RequestRules
{
    private const string TimeStamp = "written by the client: `ddMMyyHHmmss` in the merchant's `TimeZone`; not hashed";
    private const string Hash = "computed, see [Hashes](#hashes)";
    private const string MerchantId = "the merchant's id: 1 to 15 letters and digits, letter case counts";
    private const string BankAccount = "any text; refunds only";
    private const string Addresses = "e-mail addresses, joined with `;`; the length is that of the joined text";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["PaymentProcessRequest version"] = "setting `Version`, 3.4",
        ["PaymentProcessRequest timeStamp"] = TimeStamp,
        ["PaymentProcessRequest merchantID"] = MerchantId,
        ["PaymentProcessRequest processType"] = "`I`, `S`, `V`, `R` or `RS`",
        ["PaymentProcessRequest invoiceNo"] = "any text but control characters, not only spaces; letter case counts",
        ["PaymentProcessRequest actionAmount"] = "two decimals, greater than zero; mandatory for `S` and `R`, left out otherwise",
        ["PaymentProcessRequest bankCode"] = BankAccount,
        ["PaymentProcessRequest accountName"] = BankAccount,
        ["PaymentProcessRequest accountNumber"] = BankAccount,
        ["PaymentProcessRequest subMerchantList"] = "`S` and `R` only; its amounts add up to `actionAmount`",
        ["PaymentProcessRequest subMerchant subMID"] = "not empty",
        ["PaymentProcessRequest subMerchant subAmount"] = "two decimals, greater than zero",
        ["PaymentProcessRequest notifyURL"] = "absolute http(s) address, `R` only; the app writes its own",
        ["PaymentProcessRequest hashValue"] = Hash,
        ["MaintenanceRequest version"] = "setting `CardTokens:Version`",
        ["MaintenanceRequest timeStamp"] = TimeStamp,
        ["MaintenanceRequest merchantID"] = MerchantId,
        ["MaintenanceRequest storeCardUniqueID"] = "mandatory for `I`, `U` and `D`; left out for `A`",
        ["MaintenanceRequest panBank"] = "any text; `A` and `U` only",
        ["MaintenanceRequest panCountry"] = "ISO 3166-1 alpha-2 in capitals; `A` and `U` only",
        ["MaintenanceRequest cardholderName"] = "letters A to Z, spaces and `- _ , ' . &`; `A` and `U` only",
        ["MaintenanceRequest cardholderEmail"] = "one e-mail address; `A` and `U` only",
        ["MaintenanceRequest panExpiry"] = "`MMYY`, not before the current month in the merchant's `TimeZone`; `A` and `U` only",
        ["MaintenanceRequest pan"] =
            "12 to 19 digits with a right check digit; mandatory for `A`, left out otherwise; never stored, logged or repeated",
        ["MaintenanceRequest panCurrency"] = "ISO 4217 number that exists; `A` and `U` only",
        ["MaintenanceRequest action"] = "`A`, `I`, `U` or `D`",
        ["MaintenanceRequest hashValue"] = Hash,
        ["RecurringMaintenanceRequest version"] = "setting `RecurringPlans:Version`",
        ["RecurringMaintenanceRequest timeStamp"] = TimeStamp,
        ["RecurringMaintenanceRequest merchantID"] = $"{MerchantId}; the published type N is advisory",
        ["RecurringMaintenanceRequest recurringUniqueID"] = "digits",
        ["RecurringMaintenanceRequest processType"] = "`I`, `U` or `C`",
        ["RecurringMaintenanceRequest recurringStatus"] = "`Y` or `N`; with `U`, mandatory",
        ["RecurringMaintenanceRequest amount"] =
            "minor units of the plan's currency as 12 digits (setting `MinorUnits`), greater than zero; with `U`, mandatory",
        ["RecurringMaintenanceRequest allowAccumulate"] = "`Y` or `N`; with `U`, mandatory",
        ["RecurringMaintenanceRequest maxAccumulateAmount"] =
            "minor units of the plan's currency as 12 digits (setting `MinorUnits`), zero or more; with `U`, mandatory",
        ["RecurringMaintenanceRequest recurringInterval"] = "1 to 365 days; with `U`, exactly one of this and `chargeOnDate`",
        ["RecurringMaintenanceRequest recurringCount"] = "0 (without end) to 99999; with `U`, mandatory",
        ["RecurringMaintenanceRequest chargeNextDate"] =
            "`ddMMyyyy`, not past and at most ten years ahead; with `U`, may be left out with an interval: 2C2P then reckons it",
        ["RecurringMaintenanceRequest chargeOnDate"] = "`ddMM`; with `U`, exactly one of this and `recurringInterval`",
        ["RecurringMaintenanceRequest hashValue"] = Hash,
        ["IppOptionRequest version"] = "setting `InstallmentOptions:Version`",
        ["IppOptionRequest timeStamp"] = TimeStamp,
        ["IppOptionRequest merchantID"] = MerchantId,
        ["IppOptionRequest hashValue"] = Hash,
        ["QPSendReq version"] = "setting `QuickPay:Version`",
        ["QPSendReq merchantID"] = MerchantId,
        ["QPSendReq qpID"] = "digits",
        ["QPSendReq toEmails"] = $"{Addresses}; this or `toMobiles`, or both",
        ["QPSendReq ccEmails"] = $"{Addresses}; only with `toEmails`",
        ["QPSendReq bccEmails"] = $"{Addresses}; only with `toEmails`",
        ["QPSendReq emailSubject"] = "mandatory with `toEmails`; no `<` and `>`",
        ["QPSendReq emailMessage"] = "mandatory with `toEmails`; no `<` and `>`",
        ["QPSendReq toMobiles"] = "`+` and 7 to 15 digits each, joined with `;`",
        ["QPSendReq smsMessage"] = "mandatory with `toMobiles`",
        ["QPSendReq timeStamp"] = "written by the client: `yyyyMMddHHmmss` in the merchant's `TimeZone`; hashed second",
        ["QPSendReq hashValue"] = Hash,
    };

    /// <summary>The fields with a sentence, as message and field.</summary>
    public static IEnumerable<string> All => Texts.Keys;

    public static string Of(string message, string field) => Texts[$"{message} {field}"];
}
