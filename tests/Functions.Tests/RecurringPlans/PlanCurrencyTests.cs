using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.Codes;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

/// <summary>Amounts of plans are in the plan's own decimals, whatever its currency.</summary>
public sealed class PlanCurrencyTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    [Fact]
    public async Task an_amount_is_shown_and_taken_with_the_decimals_of_each_currency_and_no_more()
    {
        await using var sut = await TestApp.StartAsync();
        foreach (var currency in Iso4217.All)
        {
            var decimals = currency.Decimals == 0 ? "" : $".{new string('0', currency.Decimals - 1)}1";
            sut.Plans.Plan = sut.Plans.Plan with { Currency = currency.Number, Amount = new("000000010000", 10m) };
            sut.Plans.Sent.Clear();

            using var shown = await sut.Http.SendAsync(Calls.Get(Address));
            using var taken = await sut.Http.SendAsync(Calls.Patch(Address, $$"""{"amount":12{{decimals}}}"""));
            using var refused = await sut.Http.SendAsync(
                Calls.Patch(Address, $$"""{"maxAccumulateAmount":12{{(decimals.Length == 0 ? ".5" : $"{decimals}5")}}}""")
            );

            var amount = (await shown.JsonAsync()).GetProperty("amount").GetRawText();
            amount.ShouldBe(currency.Decimals == 0 ? "10" : $"10.{new string('0', currency.Decimals)}", currency.Letters);
            taken.StatusCode.ShouldBe(HttpStatusCode.OK, currency.Letters);
            var sent = sut.Plans.Sent.Single(request => request.Action == RecurringPlanAction.Update).Terms!;
            (sent.Currency, currency.Write(sent.Amount!.Value)).ShouldBe((currency.Number, $"12{decimals}"));
            var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
            problem.ErrorsOf().Keys.ShouldHaveSingleItem(currency.Letters).ShouldBe("maxAccumulateAmount");
        }
    }

    [Theory]
    [InlineData("392", "10000.50")]
    [InlineData("392", "1000000000000")]
    [InlineData("702", "99.901")]
    [InlineData("702", "10000000000")]
    [InlineData("414", "1.2345")]
    public async Task an_amount_that_the_plans_currency_does_not_have_is_refused_by_name_and_nothing_is_changed(
        string currency,
        string amount
    )
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Plan = sut.Plans.Plan with { Currency = currency };

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, $$"""{"amount":{{amount}}}"""));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["amount"]);
        sut.Plans.Actions.ShouldBe([RecurringPlanAction.Inquiry]);
    }

    [Fact]
    public async Task an_amount_in_a_currency_that_nobody_knows_is_not_shown_and_not_changed()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Plan = sut.Plans.Plan with
        {
            Currency = "000",
            Amount = new("000000009990", null),
            MaxAccumulateAmount = new("000000001000", null),
        };

        using var shown = await sut.Http.SendAsync(Calls.Get(Address));
        using var other = await sut.Http.SendAsync(Calls.Patch(Address, """{"recurringCount":5}"""));
        using var amounts = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":1,"maxAccumulateAmount":1}"""));

        (await shown.JsonAsync()).GetProperty("amount").ValueKind.ShouldBe(JsonValueKind.Null);
        var stored = await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable");
        stored.ErrorsOf().Keys.ShouldBe(["amount", "maxAccumulateAmount"]);
        var given = await amounts.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        given.ErrorsOf().Keys.ShouldBe(["amount", "maxAccumulateAmount"]);
        sut.Plans.Actions.ShouldNotContain(RecurringPlanAction.Update);
    }
}
