using System.Net;
using Functions.Tests.Support;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

/// <summary>What 2C2P holds is sent back as it is or not at all: a plan charges money by it.</summary>
public sealed class StoredTermsTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    private static readonly RecurringPlanResponse Plan = new FakePlans().Plan;

    /// <summary>A plan with one value that cannot be sent back, the properties that are named, and a patch that mends it.</summary>
    public static TheoryData<RecurringPlanResponse, string[], string> Odd { get; } =
        new()
        {
            { Plan with { RecurringStatus = new("X", null) }, ["active"], """{"active":true}""" },
            { Plan with { RecurringStatus = default }, ["active"], """{"active":false}""" },
            { Plan with { Amount = new("99,90", null) }, ["amount"], """{"amount":99.90}""" },
            { Plan with { Amount = default }, ["amount"], """{"amount":99.90}""" },
            { Plan with { Amount = new("000000000000", 0m) }, ["amount"], """{"amount":99.90}""" },
            { Plan with { AllowAccumulate = new("?", null) }, ["allowAccumulate"], """{"allowAccumulate":false}""" },
            { Plan with { MaxAccumulateAmount = new("ten", null) }, ["maxAccumulateAmount"], """{"maxAccumulateAmount":10}""" },
            { Plan with { RecurringCount = new("endless", null) }, ["recurringCount"], """{"recurringCount":0}""" },
            { Plan with { RecurringInterval = new("400", 400) }, ["recurringInterval"], """{"recurringInterval":365}""" },
            {
                Plan with
                {
                    RecurringInterval = new("monthly", null),
                },
                ["chargeOnDate", "recurringInterval"],
                """{"recurringInterval":30}"""
            },
            { Plan with { RecurringInterval = default }, ["chargeOnDate", "recurringInterval"], """{"recurringInterval":30}""" },
            { Plan with { ChargeOnDate = new("first", null) }, ["chargeOnDate"], """{"chargeOnDate":null}""" },
            { Plan with { ChargeNextDate = new("15.12.26", null) }, ["chargeNextDate"], """{"chargeNextDate":"2026-12-15"}""" },
            { Plan with { ChargeNextDate = default }, ["chargeNextDate"], """{"chargeNextDate":null}""" },
            {
                Plan with
                {
                    ChargeNextDate = new("07032021", new DateOnly(2021, 3, 7)),
                },
                ["chargeNextDate"],
                """{"chargeNextDate":"2026-12-15"}"""
            },
        };

    [Theory]
    [MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public async Task a_stored_value_that_cannot_be_sent_back_is_named_until_the_patch_sets_it(
        RecurringPlanResponse plan,
        string[] named,
        string mend
    )
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Plan = plan;
        var other = named is ["recurringCount"] ? """{"allowAccumulate":true}""" : """{"recurringCount":5}""";

        using var refused = await sut.Http.SendAsync(Calls.Patch(Address, other));
        var sentBefore = sut.Plans.Actions.ToList();
        using var mended = await sut.Http.SendAsync(Calls.Patch(Address, mend));

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable");
        problem.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        problem.ErrorsOf().Keys.ShouldBe(named);
        sentBefore.ShouldBe([RecurringPlanAction.Inquiry]);
        mended.StatusCode.ShouldBe(HttpStatusCode.OK, await mended.Content.ReadAsStringAsync());
        sut.Plans.Actions.Count(action => action == RecurringPlanAction.Update).ShouldBe(1);
    }

    [Fact]
    public async Task a_plan_with_both_interval_and_day_needs_one_of_them_cleared()
    {
        await using var sut = await TestApp.StartAsync();
        DayAndMonth.TryParseIso("12-01", out var day).ShouldBeTrue();
        sut.Plans.Plan = Plan with { ChargeOnDate = new("0112", day) };

        using var other = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":1}"""));
        using var mended = await sut.Http.SendAsync(Calls.Patch(Address, """{"chargeOnDate":null}"""));

        var problem = await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable");
        problem.ErrorsOf().Keys.ShouldBe(["chargeOnDate", "recurringInterval"]);
        mended.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
