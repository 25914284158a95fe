using TwoC2P.QuickPay;

namespace TwoC2P.Tests.QuickPay;

internal static class QuickPaySamples
{
    public static readonly QuickPayLinkTerms Terms = new()
    {
        Description = "V3 Test",
        Currency = "SGD",
        Amount = 100m,
        Expiry = new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero),
        ResultUrl1 = "https://shop.example/back",
    };

    public static readonly QuickPayDelivery Delivery = new()
    {
        ToEmails = ["a@shop.example", "b@shop.example"],
        EmailSubject = "Invoice",
        EmailMessage = "Please pay.",
        ToMobiles = ["+6599999999"],
        SmsMessage = "Please pay.",
    };
}
