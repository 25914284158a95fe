using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>Recurring plans: I, U and C.</summary>
internal static class PlanVerbs
{
    public const string Currency = "702";
    public const string Id = "156142";

    public static IReadOnlyList<Verb> All { get; } =
    [
        Of("Inquiry", Request(RecurringPlanAction.Inquiry)),
        Of("Update", Update()),
        Of("Cancel", Request(RecurringPlanAction.Cancel)),
    ];

    public static RecurringPlanRequest Request(RecurringPlanAction action) => new() { Action = action, RecurringUniqueId = Id };

    public static RecurringPlanRequest Update() =>
        Request(RecurringPlanAction.Update) with
        {
            Terms = new RecurringPlanTerms
            {
                Currency = Currency,
                IsActive = true,
                Amount = 123.45m,
                AllowAccumulate = true,
                MaxAccumulateAmount = 1000m,
                RecurringInterval = 14,
                RecurringCount = 6,
                ChargeNextDate = new DateOnly(2027, 1, 31),
            },
        };

    /// <param name="chargeOnDate">ddMM for a plan on a day; otherwise it charges every 30 days.</param>
    public static Task SeedAsync(Meeting meeting, string? chargeOnDate = null) =>
        meeting.SeedAsync(
            "plans",
            new JsonObject
            {
                ["recurringUniqueId"] = Id,
                ["invoicePrefix"] = "030321135205",
                ["currency"] = Currency,
                ["amount"] = "000000009990",
                ["maskedCardNo"] = "XXXXXXXXXXXX1111",
                ["allowAccumulate"] = "Y",
                ["maxAccumulateAmount"] = "000000100000",
                ["recurringInterval"] = chargeOnDate is null ? "30" : "",
                ["recurringCount"] = "12",
                ["currentCount"] = "3",
                ["chargeNextDate"] = "31012027",
                ["chargeOnDate"] = chargeOnDate ?? "",
            }
        );

    public static Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(Meeting meeting, RecurringPlanRequest request) =>
        meeting
            .Client<IRecurringPlanClient>()
            .SendAsync(meeting.Merchant, request, Meeting.Deadline, TestContext.Current.CancellationToken);

    private static Verb Of(string name, RecurringPlanRequest request) =>
        new($"Plans {name}", meeting => SeedAsync(meeting), async meeting => Ending.Of(await SendAsync(meeting, request)));
}
