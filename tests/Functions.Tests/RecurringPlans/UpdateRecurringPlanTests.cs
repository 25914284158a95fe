using System.Net;
using Functions.Tests.Support;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

public sealed class UpdateRecurringPlanTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    private static readonly RecurringPlanTerms Stored = new FakePlans().Plan.ToTerms();

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json")]
    public async Task a_change_of_one_term_sends_all_the_others_as_they_were(string mediaType)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":120}""", mediaType));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Plans.Actions.ShouldBe([RecurringPlanAction.Inquiry, RecurringPlanAction.Update, RecurringPlanAction.Inquiry]);
        SentTerms(sut).ShouldBe(Stored with { Amount = 120m });
    }

    [Fact]
    public async Task every_term_can_be_changed_at_once()
    {
        await using var sut = await TestApp.StartAsync();
        DayAndMonth.TryParseIso("02-29", out var day).ShouldBeTrue();

        using var response = await sut.Http.SendAsync(
            Calls.Patch(
                Address,
                """
                {"active":false,"amount":0.01,"allowAccumulate":true,"maxAccumulateAmount":0,"recurringInterval":null,"recurringCount":0,
                 "chargeNextDate":"2028-02-29","chargeOnDate":"02-29"}
                """
            )
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        SentTerms(sut)
            .ShouldBe(
                new RecurringPlanTerms
                {
                    Currency = "702",
                    IsActive = false,
                    Amount = 0.01m,
                    AllowAccumulate = true,
                    MaxAccumulateAmount = 0m,
                    RecurringInterval = null,
                    RecurringCount = 0,
                    ChargeNextDate = new DateOnly(2028, 2, 29),
                    ChargeOnDate = day,
                }
            );
    }

    [Theory]
    [InlineData("""{"chargeNextDate":null}""")]
    [InlineData("""{"chargeNextDate":null,"chargeOnDate":null}""")]
    public async Task a_next_date_that_is_cleared_is_left_to_2c2p(string patch)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, patch));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        SentTerms(sut).ShouldBe(Stored with { ChargeNextDate = null });
    }

    [Fact]
    public async Task today_is_not_past_for_a_next_charge()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"chargeNextDate":"2026-11-23"}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"chargeOnDate":"12-01"}""", 1)]
    [InlineData("""{"recurringInterval":null}""", 1)]
    [InlineData("""{"recurringInterval":30,"chargeOnDate":"12-01"}""", 0)]
    [InlineData("""{"recurringInterval":null,"chargeOnDate":null}""", 0)]
    public async Task both_or_neither_of_interval_and_day_is_refused_and_both_are_named(string patch, int reads)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, patch));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["chargeOnDate", "recurringInterval"]);
        sut.Plans.Actions.ShouldBe(Enumerable.Repeat(RecurringPlanAction.Inquiry, reads));
    }

    [Fact]
    public async Task an_answer_shows_the_plan_as_it_is_afterwards()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakeApis.Answered(sut.Plans.Plan));
        sut.Plans.Next(
            RecurringPlanAction.Inquiry,
            FakeApis.Answered(sut.Plans.Plan with { Amount = new("000000012000", 120m) })
        );

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":120.00}"""));

        (await response.JsonAsync()).GetProperty("amount").GetRawText().ShouldBe("120.00");
    }

    [Fact]
    public async Task a_change_that_is_done_is_a_success_even_if_the_plan_cannot_be_read_again()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakeApis.Answered(sut.Plans.Plan));
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakePlans.Ending(Endings.TimedOut));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":120.00}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("16", HttpStatusCode.NotFound, "recurring_plan_not_found")]
    [InlineData("99", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Mismatched, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.Lost, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task nothing_is_changed_when_the_plan_cannot_be_read(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakePlans.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":120.00}"""));

        await response.ShouldBeProblemAsync(status, code);
        sut.Plans.Actions.ShouldBe([RecurringPlanAction.Inquiry]);
    }

    [Theory]
    [InlineData("12", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("16", HttpStatusCode.NotFound, "recurring_plan_not_found")]
    [InlineData("13", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("99", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    public async Task a_failed_change_has_its_code_and_is_not_sent_again(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Update, FakePlans.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":120.00}"""));

        await response.ShouldBeProblemAsync(status, code);
        sut.Plans.Actions.ShouldBe([RecurringPlanAction.Inquiry, RecurringPlanAction.Update]);
    }

    private static RecurringPlanTerms? SentTerms(TestApp app) => app.Plans.Sent.ElementAt(1).Terms;
}
