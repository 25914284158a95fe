using System.Collections.Concurrent;
using Functions.Tests.Support;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

/// <summary>2C2P's recurring plans, as a test says; by default every action succeeds and every answer is <see cref="Plan"/>.</summary>
internal sealed class FakePlans : IRecurringPlanClient
{
    public const string Id = "156142";

    /// <summary>What is answered.</summary>
    public RecurringPlanResponse Plan { get; set; } =
        new()
        {
            RespCode = ResultCode.Success,
            RespReason = "Inquiry Successful",
            RecurringUniqueId = Id,
            RecurringStatus = new("Y", true),
            InvoicePrefix = "030321135205",
            Currency = "702",
            Amount = new("000000009990", 99.90m),
            MaskedCardNo = "XXXXXXXXXXXX1111",
            AllowAccumulate = new("N", false),
            MaxAccumulateAmount = new("000000001000", 10m),
            RecurringInterval = new("30", 30),
            RecurringCount = new("12", 12),
            CurrentCount = new("3", 3),
            ChargeNextDate = new("15122026", new DateOnly(2026, 12, 15)),
        };

    /// <summary>What was sent, in order.</summary>
    public ConcurrentQueue<RecurringPlanRequest> Sent { get; } = [];

    /// <summary>How each action ends, one entry per call; when there is none left it succeeds.</summary>
    public Dictionary<RecurringPlanAction, Queue<GatewayOutcome<RecurringPlanResponse>>> Script { get; } = [];

    public IEnumerable<RecurringPlanAction> Actions => Sent.Select(request => request.Action);

    public static GatewayOutcome<RecurringPlanResponse> Ending(string ending) =>
        Endings.Of(ending, code => new RecurringPlanResponse { RespCode = new(code), RespReason = "2C2P's reason" });

    public void Next(RecurringPlanAction action, GatewayOutcome<RecurringPlanResponse> outcome)
    {
        if (!Script.TryGetValue(action, out var queue))
            Script[action] = queue = [];

        queue.Enqueue(outcome);
    }

    public Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(
        GatewayMerchant merchant,
        RecurringPlanRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Sent.Enqueue(request);
        return Task.FromResult(
            Script.TryGetValue(request.Action, out var queue) && queue.TryDequeue(out var outcome)
                ? outcome
                : FakeApis.Answered(Plan)
        );
    }
}
