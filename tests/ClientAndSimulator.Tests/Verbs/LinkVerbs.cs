using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>QuickPay: Generate, GenerateAndSend, Send, Query, Update and Delete.</summary>
internal static class LinkVerbs
{
    public const string Id = "231095";

    /// <summary>Short enough for every version.</summary>
    public const string Prefix = "ORDER-2026-1";

    public static QuickPayDelivery Delivery { get; } =
        new()
        {
            ToEmails = ["a@shop.example", "b@shop.example"],
            CcEmails = ["cc@shop.example"],
            BccEmails = ["bcc@shop.example"],
            EmailSubject = "Your order, ใบแจ้งหนี้ & more",
            EmailMessage = "Please pay \"soon\".",
            ToMobiles = ["+6599999999", "+66812345678"],
            SmsMessage = "Please pay.",
        };

    public static IReadOnlyList<Verb> All { get; } =
    [
        Of("Generate", meeting => Ending.Of(GenerateAsync(meeting))),
        Of("GenerateAndSend", meeting => Ending.Of(GenerateAndSendAsync(meeting))),
        Of("Send", meeting => Ending.Of(SendAsync(meeting))),
        Of("Query", meeting => Ending.Of(QueryAsync(meeting))),
        Of("Update", meeting => Ending.Of(UpdateAsync(meeting))),
        Of("Delete", meeting => Ending.Of(DeleteAsync(meeting))),
    ];

    /// <summary>Every term that all versions have, but for a plan.</summary>
    public static QuickPayLinkTerms Terms { get; } =
        new()
        {
            Description = " Order 2026_1 #5",
            Currency = "SGD",
            Amount = 200m,
            AllowMultiplePayment = true,
            MaxTransaction = 5,
            Expiry = new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(7)),
            UserData = ["one", "two & <2>", null, "four", "five"],
            Promotion = "NEWYEAR",
            CategoryId = "C1",
            ResultUrl1 = "https://shop.example/done?a=1&b=2",
            ResultUrl2 = "https://shop.example/paid",
            PaymentOption = "C",
            IppInterestType = "M",
            PaymentExpiry = new DateTimeOffset(2026, 12, 31, 12, 0, 0, TimeSpan.FromHours(7)),
            Request3DS = "Y",
            EnableStoreCard = true,
        };

    public static Task SeedAsync(Meeting meeting) =>
        meeting.SeedAsync(
            "links",
            new JsonObject
            {
                ["qpId"] = Id,
                ["currentApproved"] = 2,
                ["clickCount"] = 9,
                ["fields"] = new JsonObject { ["orderIdPrefix"] = "SEEDED-1", ["amount"] = "50.00" },
            }
        );

    public static Task<GatewayOutcome<GenerateLinkResponse>> GenerateAsync(Meeting meeting, QuickPayLinkTerms? terms = null) =>
        meeting
            .Client<IQuickPayClient>()
            .GenerateAsync(meeting.Merchant, new GenerateLinkRequest(Prefix, terms ?? Terms), Meeting.Deadline, Stop);

    public static Task<GatewayOutcome<GenerateLinkResponse>> GenerateAndSendAsync(Meeting meeting) =>
        meeting
            .Client<IQuickPayClient>()
            .GenerateAndSendAsync(
                meeting.Merchant,
                new GenerateAndSendLinkRequest(Prefix, Terms, Delivery),
                Meeting.Deadline,
                Stop
            );

    public static Task<GatewayOutcome<SendLinkResponse>> SendAsync(Meeting meeting, QuickPayDelivery? delivery = null) =>
        meeting
            .Client<IQuickPayClient>()
            .SendAsync(meeting.Merchant, new SendLinkRequest(Id, delivery ?? Delivery), Meeting.Deadline, Stop);

    public static Task<GatewayOutcome<QueryLinkResponse>> QueryAsync(Meeting meeting, string id = Id) =>
        meeting.Client<IQuickPayClient>().QueryAsync(meeting.Merchant, new QueryLinkRequest(id), Meeting.Deadline, Stop);

    public static Task<GatewayOutcome<QuickPayResponse>> UpdateAsync(Meeting meeting, QuickPayLinkTerms? terms = null) =>
        meeting
            .Client<IQuickPayClient>()
            .UpdateAsync(meeting.Merchant, new UpdateLinkRequest(Id, terms ?? Terms), Meeting.Deadline, Stop);

    public static Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(Meeting meeting, string id = Id) =>
        meeting.Client<IQuickPayClient>().DeleteAsync(meeting.Merchant, new DeleteLinkRequest(id), Meeting.Deadline, Stop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Verb Of(string name, Func<Meeting, Task<Ending>> send) => new($"QuickPay {name}", SeedAsync, send);
}
