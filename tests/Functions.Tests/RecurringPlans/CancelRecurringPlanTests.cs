using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

public sealed class CancelRecurringPlanTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    private static readonly RecurringPlanResponse Bare = new()
    {
        RespCode = new("00"),
        RespReason = "Cancel Successful",
        RecurringUniqueId = FakePlans.Id,
    };

    [Fact]
    public async Task a_cancelled_plan_is_answered_as_it_is_afterwards()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Cancel, FakeApis.Answered(Bare));
        sut.Plans.Plan = sut.Plans.Plan with { RecurringStatus = new("N", false) };

        using var response = await sut.Http.SendAsync(Calls.Delete(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.GetProperty("active").GetBoolean().ShouldBeFalse();
        body.GetProperty("amount").GetRawText().ShouldBe("99.90");
        sut.Plans.Sent.ShouldBe([
            new RecurringPlanRequest { Action = RecurringPlanAction.Cancel, RecurringUniqueId = FakePlans.Id },
            new RecurringPlanRequest { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = FakePlans.Id },
        ]);
    }

    [Theory]
    [InlineData("16")]
    [InlineData(Endings.TimedOut)]
    [InlineData(Endings.Unverified)]
    public async Task a_plan_that_is_cancelled_and_not_shown_any_more_is_a_success_without_its_terms(string ending)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Cancel, FakeApis.Answered(Bare));
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakePlans.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Delete(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.GetProperty("recurringUniqueID").GetString().ShouldBe(FakePlans.Id);
        body.GetProperty("amount").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("gateway").GetProperty("respDesc").GetString().ShouldBe("Cancel Successful");
    }

    [Theory]
    [InlineData("12", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("16", HttpStatusCode.NotFound, "recurring_plan_not_found")]
    [InlineData("97", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("98", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.Unreadable, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.Lost, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    public async Task a_failed_cancellation_has_its_code_and_is_not_sent_again(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Cancel, FakePlans.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Delete(Address));

        await response.ShouldBeProblemAsync(status, code);
        sut.Plans.Actions.ShouldBe([RecurringPlanAction.Cancel]);
    }
}
