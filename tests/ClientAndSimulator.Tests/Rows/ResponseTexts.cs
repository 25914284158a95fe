namespace ClientAndSimulator.Tests.Rows;

/// <summary>
/// A text for each row of the response tables but the arrays: of the row's format, and of no other row and no seeded record. Knows neither client nor simulator, so that what an answer becomes
/// further on can be held to the same texts.
/// </summary>
internal static class ResponseTexts
{
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = new(StringComparer.Ordinal)
    {
        ["PaymentProcessResponse"] = new(StringComparer.Ordinal)
        {
            ["version"] = "9.1",
            ["timeStamp"] = "010203040506",
            ["respCode"] = "99",
            ["respDesc"] = "described & <escaped>",
            ["processType"] = "V",
            ["invoiceNo"] = "INV-OF-A-ROW",
            ["amount"] = "12.34",
            ["status"] = "AE",
            ["approvalCode"] = "APPROV",
            ["referenceNo"] = "REF-OF-A-ROW",
            ["transactionDateTime"] = "20260102030405",
            ["paidAgent"] = "TESCO",
            ["paidChannel"] = "KIOSK",
            ["maskedPan"] = "411111XXXXXX9999",
            ["eci"] = "07",
            ["subMerchant subMID"] = "SUB-OF-A-ROW",
            ["subMerchant subAmount"] = "7.77",
            ["refund referenceNo"] = "REFUND-OF-A-ROW",
            ["refund status"] = "RFF",
            ["refund amount"] = "6.66",
            ["refund dateTime"] = "20260203040506",
            ["paymentScheme"] = "JC",
            ["processBy"] = "MA",
            ["hashValue"] = new string('1', 40),
        },
        ["MaintenanceResponse"] = new(StringComparer.Ordinal)
        {
            ["version"] = "9.2",
            ["timeStamp"] = "020304050607",
            ["merchantID"] = "MERCHANTOFAROW",
            ["respCode"] = "98",
            ["respReason"] = "reason & <escaped>",
            ["panBank"] = "ธนาคาร & <Bank>",
            ["storeCardUniqueID"] = "20000000000000000001",
            ["panCountry"] = "SE",
            ["cardholderName"] = "Row O'Name",
            ["cardholderEmail"] = "row@shop.example",
            ["panMasked"] = "510510XXXXXX5100",
            ["hashValue"] = new string('2', 64),
        },
        ["RecurringMaintenanceResponse"] = new(StringComparer.Ordinal)
        {
            ["version"] = "9.3",
            ["timeStamp"] = "030405060708",
            ["respCode"] = "97",
            ["respReason"] = "reason of a plan",
            ["recurringUniqueID"] = "30000000000000000001",
            ["recurringStatus"] = "N",
            ["invoicePrefix"] = "PREFIX-OF-ROW",
            ["currency"] = "840",
            ["amount"] = "000000012345",
            ["maskedCardNo"] = "XXXXXXXXXXXX7777",
            ["allowAccumulate"] = "N",
            ["maxAccumulateAmount"] = "000000054321",
            ["recurringInterval"] = "77",
            ["recurringCount"] = "88",
            ["currentCount"] = "66",
            ["chargeNextDate"] = "05062027",
            ["chargeOnDate"] = "0705",
            ["hashValue"] = new string('3', 64),
        },
        ["IppOptionResponse"] = new(StringComparer.Ordinal)
        {
            ["version"] = "9.4",
            ["timeStamp"] = "040506070809",
            ["respCode"] = "95",
            ["respReason"] = "reason of options",
            ["bankName"] = "Bank of a row",
            ["bankShortName"] = "ROW",
            ["bankTerms"] = "Terms & <conditions> of a row",
            ["bankLogoUrl"] = "https://images.example/logo-of-a-row.png",
            ["bankPromoUrl"] = "https://images.example/promo-of-a-row.png",
            ["bin"] = "454617",
            ["option id"] = "42",
            ["option installmentPeriod"] = "36",
            ["option merInterestRate"] = "0.12",
            ["option cusInterestRate"] = "-0.34",
            ["option minAmount"] = "4321.00",
            ["option currencyCode"] = "JPY",
            ["option validFrom"] = "2026-03-04",
            ["option validUntil"] = "2028-04-05",
            ["hashValue"] = new string('4', 64),
        },
        ["QPSendRes"] = new(StringComparer.Ordinal)
        {
            ["version"] = "9.5",
            ["timeStamp"] = "20260304050607",
            ["qpID"] = "5000000001",
            ["successEmails"] = "row1@shop.example;row2@shop.example",
            ["successMobiles"] = "+6511111111;+6522222222",
            ["failedEmails"] = "row3@shop.example;row4@shop.example",
            ["failedMobiles"] = "+6533333333;+6544444444",
            ["resCode"] = "999",
            ["resDesc"] = "described by a row",
            ["hashValue"] = new string('5', 40),
        },
    };

    public static IEnumerable<(string Message, string Field)> All =>
        Texts.SelectMany(message => message.Value.Keys.Select(name => (message.Key, name)));

    public static string Of(string message, string field) => Texts[message][field];
}
