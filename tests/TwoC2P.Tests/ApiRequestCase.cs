using TwoC2P.CardTokens;
using TwoC2P.Merchants;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests;

/// <summary>A request of a message in which one field has this many characters, the longest that its format allows or one more; none at all for length 0.</summary>
internal sealed record ApiRequestCase(string Message, string Field, int Length)
{
    private const string Longest19 = "4111111111111111110";

    public GatewayMerchant Merchant(Uri endpoint)
    {
        var protocol = ClientUnderTest.Base64Protocol();
        if (Field is "version")
        {
            var version = Length == 0 ? "" : "2.4".PadRight(Length, '0');
            protocol.CardTokens.Version = version;
            protocol.RecurringPlans.Version = version;
            protocol.InstallmentOptions.Version = version;
            protocol.QuickPay.Version = version;
        }

        var usual = ClientUnderTest.Merchant(endpoint, protocol: protocol);
        return Field is "merchantID" && Length == 0 ? With(usual, default) : With(usual, usual.MerchantId);
    }

    public CardTokenRequest CardToken()
    {
        var request = new CardTokenRequest { Action = CardTokenAction.Add, Pan = new CardNumber("4111111111111111") };
        return Field switch
        {
            "storeCardUniqueID" => new CardTokenRequest
            {
                Action = CardTokenAction.Inquiry,
                StoreCardUniqueId = new string('1', Length),
            },
            "pan" => request with { Pan = new CardNumber(Longest19.PadRight(Length, '0')) },
            "panBank" => request with { PanBank = new string('ก', Length) },
            "panCountry" => request with { PanCountry = "SGP"[..Length] },
            "panCurrency" => request with { PanCurrency = "7020"[..Length] },
            "cardholderName" => request with { CardholderName = new string('A', Length) },
            "cardholderEmail" => request with { CardholderEmail = Email(Length) },
            "panExpiry" => request with { PanExpiry = "12300"[..Length] },
            "action" when Length == 0 => request with { Action = (CardTokenAction)99 },
            "version" or "timeStamp" or "merchantID" or "action" or "hashValue" => request,
            _ => throw new InvalidOperationException($"Cover the field {Field}."),
        };
    }

    public RecurringPlanRequest RecurringPlan()
    {
        var terms = new RecurringPlanTerms
        {
            Currency = "702",
            IsActive = true,
            Amount = 99.90m,
            AllowAccumulate = false,
            MaxAccumulateAmount = 0m,
            RecurringInterval = 30,
            RecurringCount = 12,
            ChargeNextDate = new DateOnly(2027, 1, 31),
        };
        var request = new RecurringPlanRequest
        {
            Action = RecurringPlanAction.Update,
            RecurringUniqueId = "156142",
            Terms = terms,
        };
        var amount = Length > 12 ? 10_000_000_000m : 9_999_999_999.99m;
        return Field switch
        {
            "recurringUniqueID" => request with { RecurringUniqueId = new string('1', Length) },
            "amount" => request with { Terms = terms with { Amount = amount } },
            "maxAccumulateAmount" => request with { Terms = terms with { MaxAccumulateAmount = amount } },
            "recurringInterval" => request with { Terms = terms with { RecurringInterval = Length > 5 ? 100_000 : 365 } },
            "recurringCount" => request with { Terms = terms with { RecurringCount = Length > 5 ? 100_000 : 99_999 } },
            "chargeOnDate" => request with { Terms = terms with { RecurringInterval = null, ChargeOnDate = NewYear } },
            "processType" when Length == 0 => request with { Action = (RecurringPlanAction)99 },
            "version" or "timeStamp" or "merchantID" or "processType" or "hashValue" => request,
            "recurringStatus" or "allowAccumulate" or "chargeNextDate" => request,
            _ => throw new InvalidOperationException($"Cover the field {Field}."),
        };
    }

    public SendLinkRequest SendLink()
    {
        var text = new string('ก', Length);
        var delivery = new QuickPayDelivery
        {
            ToEmails = ["a@shop.example"],
            EmailSubject = "Invoice",
            EmailMessage = "Please pay.",
            ToMobiles = ["+6599999999"],
            SmsMessage = "Please pay.",
        };
        var request = new SendLinkRequest("231095", delivery);
        return Field switch
        {
            "qpID" => request with { QpId = new string('1', Length) },
            "toEmails" => request with { Delivery = delivery with { ToEmails = Emails(Length) } },
            "ccEmails" => request with { Delivery = delivery with { CcEmails = Emails(Length) } },
            "bccEmails" => request with { Delivery = delivery with { BccEmails = Emails(Length) } },
            "emailSubject" => request with { Delivery = delivery with { EmailSubject = text } },
            "emailMessage" => request with { Delivery = delivery with { EmailMessage = text } },
            "toMobiles" => request with { Delivery = delivery with { ToMobiles = Mobiles(Length) } },
            "smsMessage" => request with { Delivery = delivery with { SmsMessage = text } },
            "version" or "timeStamp" or "merchantID" or "hashValue" => request,
            _ => throw new InvalidOperationException($"Cover the field {Field}."),
        };
    }

    private static DayAndMonth NewYear => DayAndMonth.TryParseIso("12-31", out var day) ? day : default;

    private static string Email(int length) => "@shop.example".PadLeft(length, 'a');

    /// <summary>Addresses that are this long when joined: 51, 51, … and what is left.</summary>
    private static string[] Emails(int length) => [.. Enumerable.Repeat(Email(50), 4), Email(length - (4 * 51))];

    private static string[] Mobiles(int length) =>
        [.. Enumerable.Repeat("+65999999999", 18), "+65999999999999"[..(length - (18 * 13) - 9)], "+6599999"];

    private static GatewayMerchant With(GatewayMerchant usual, MerchantId merchantId) =>
        new()
        {
            MerchantId = merchantId,
            Endpoint = usual.Endpoint,
            Envelope = usual.Envelope,
            Version = usual.Version,
            TimeZone = usual.TimeZone,
            Keys = usual.Keys,
            Protocol = usual.Protocol,
        };
}
