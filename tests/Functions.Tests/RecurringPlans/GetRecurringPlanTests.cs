using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.RecurringPlans;

public sealed class GetRecurringPlanTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    [Fact]
    public async Task a_plan_is_shown_in_plain_json()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        JsonElement
            .DeepEquals(
                await response.JsonAsync(),
                JsonElement.Parse(
                    """
                    {
                      "recurringUniqueID": "156142", "active": true, "invoicePrefix": "030321135205", "currency": "SGD", "currencyNumber": "702",
                      "amount": 99.90, "maskedCardNo": "XXXXXXXXXXXX1111", "allowAccumulate": false, "maxAccumulateAmount": 10.00,
                      "recurringInterval": 30, "recurringCount": 12, "currentCount": 3, "chargeNextDate": "2026-12-15", "chargeOnDate": null,
                      "gateway": { "respCode": "00", "respDesc": "Inquiry Successful", "status": null }
                    }
                    """
                )
            )
            .ShouldBeTrue();
        sut.Plans.Sent.ShouldBe([
            new RecurringPlanRequest { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = FakePlans.Id },
        ]);
    }

    [Fact]
    public async Task a_plan_on_a_day_of_the_year_has_no_interval()
    {
        await using var sut = await TestApp.StartAsync();
        DayAndMonth.TryParseWire("0112", out var day).ShouldBeTrue();
        sut.Plans.Plan = sut.Plans.Plan with { RecurringInterval = new("0", 0), ChargeOnDate = new("0112", day) };

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var body = await response.JsonAsync();
        body.GetProperty("recurringInterval").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("chargeOnDate").GetString().ShouldBe("12-01");
    }

    [Fact]
    public async Task what_is_not_told_or_not_understood_is_null()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Plan = new()
        {
            RespCode = new("00"),
            RecurringUniqueId = FakePlans.Id,
            RecurringStatus = new("X", null),
            Currency = "000",
            Amount = new("12,00", null),
        };

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var body = await response.JsonAsync();
        body.GetProperty("currencyNumber").GetString().ShouldBe("000");
        body.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => member.Name)
            .ShouldBe(["recurringUniqueID", "currencyNumber", "gateway"]);
    }

    [Fact]
    public async Task no_full_card_number_is_shown_even_if_2c2p_sends_one()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Plan = sut.Plans.Plan with { MaskedCardNo = "4111111111111111" };

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        (await response.JsonAsync()).GetProperty("maskedCardNo").GetString().ShouldBe("411111XXXXXX1111");
    }

    [Theory]
    [InlineData("16", HttpStatusCode.NotFound, "recurring_plan_not_found")]
    [InlineData("11", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("14", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("95", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.HttpStatus, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task a_failed_read_has_its_code(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Plans.Next(RecurringPlanAction.Inquiry, FakePlans.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        await response.ShouldBeProblemAsync(status, code);
    }

    [Theory]
    [InlineData("123456789012345678901")]
    [InlineData("12a")]
    [InlineData("-1")]
    [InlineData("%D9%A1")]
    public async Task an_address_that_can_be_no_plans_is_not_asked_for(string id)
    {
        await using var sut = await TestApp.StartAsync();
        var address = $"merchants/JT01/recurring-plans/{id}";

        using var read = await sut.Http.SendAsync(Calls.Get(address));
        using var changed = await sut.Http.SendAsync(Calls.Patch(address, """{"amount":1}"""));
        using var cancelled = await sut.Http.SendAsync(Calls.Delete(address));

        foreach (var response in new[] { read, changed, cancelled })
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "recurring_plan_not_found");

        sut.Plans.Sent.ShouldBeEmpty();
    }
}
