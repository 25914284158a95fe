using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>Payment Action: I, S, V, R and RS.</summary>
internal static class PaymentVerbs
{
    public const string InvoiceNo = "INV-1";

    public static IReadOnlyList<Verb> All { get; } =
    [
        Of(ProcessType.Inquiry, "S"),
        Of(ProcessType.Settlement, "A", 100.00m),
        Of(ProcessType.Void, "A"),
        Of(ProcessType.Refund, "S", 25.00m),
        Of(ProcessType.RefundStatus, "S"),
    ];

    public static PaymentProcessRequest Request(ProcessType type, decimal? amount = null) =>
        new()
        {
            ProcessType = type,
            InvoiceNo = InvoiceNo,
            ActionAmount = amount is null ? null : Money.FromAmount(amount.Value),
        };

    public static Task SeedAsync(Meeting meeting, string status, string channel = "card", JsonArray? subMerchants = null) =>
        meeting.SeedAsync(
            "transactions",
            new JsonObject
            {
                ["invoiceNo"] = InvoiceNo,
                ["amount"] = "100.00",
                ["status"] = status,
                ["channel"] = channel,
                ["subMerchants"] = subMerchants,
            }
        );

    public static Task<PaymentActionOutcome> SendAsync(Meeting meeting, PaymentProcessRequest request) =>
        meeting
            .Client<IPaymentActionClient>()
            .SendAsync(meeting.Merchant, request, Meeting.Deadline, TestContext.Current.CancellationToken);

    private static Verb Of(ProcessType type, string status, decimal? amount = null) =>
        new(
            $"Payment {type}",
            meeting => SeedAsync(meeting, status),
            async meeting => Ending.Of(await SendAsync(meeting, Request(type, amount)))
        );
}
