using System.Net;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.RecurringPlans;

public sealed class PlanTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    /// <summary>One merchant for each envelope.</summary>
    public static TheoryData<string> Merchants { get; } = [WorldMerchant.Plain.Id, WorldMerchant.Pkcs7.Id];

    [Theory]
    [MemberData(nameof(Merchants))]
    public async Task A_plan_is_read_changed_and_cancelled(string merchantId)
    {
        var merchant = merchantId == Merchant.Id ? Merchant : WorldMerchant.Pkcs7;
        var id = await world.HavePlanAsync(merchant);

        var read = await world.ReadPlanAsync(merchant, id);
        var changed = await world.PatchPlanAsync(merchant, id, """{"amount":120.00,"active":false}""");
        var held = await world.PlanAtGatewayAsync(merchant, id);
        var cancelled = await world.CancelPlanAsync(merchant, id);
        var again = await world.CancelPlanAsync(merchant, id);

        read.Status.ShouldBe(HttpStatusCode.OK, read.Body);
        read.Headers["Cache-Control"].ShouldBe("no-store");
        read["amount"].ShouldBe("99.90");
        read["currency"].ShouldBe("SGD");
        read["chargeNextDate"].ShouldBe("2098-12-31");
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        changed["amount"].ShouldBe("120.00");
        changed["active"].ShouldBe("false");
        held["amount"]!.ToString().ShouldBe("000000012000");
        held["recurringInterval"]!.ToString().ShouldBe("30");
        held["maxAccumulateAmount"]!.ToString().ShouldBe("000000001000");
        held["chargeNextDate"]!.ToString().ShouldBe("31122098");
        cancelled.Status.ShouldBe(HttpStatusCode.OK, cancelled.Body);
        cancelled["active"].ShouldBe("false");
        cancelled["amount"].ShouldBe("120.00");
        (await world.PlanAtGatewayAsync(merchant, id))["cancelled"]!.GetValue<bool>().ShouldBeTrue();
        again.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "gateway_refused");
        again.Json["gateway"]!["respCode"]!.ToString().ShouldBe("12");
    }

    [Fact]
    public async Task A_plan_is_switched_from_an_interval_to_a_day_and_back()
    {
        var id = await world.HavePlanAsync(Merchant);

        var onDay = await world.PatchPlanAsync(
            Merchant,
            id,
            """{"recurringInterval":null,"chargeOnDate":"12-01","chargeNextDate":"2098-12-01"}"""
        );
        var heldOnDay = await world.PlanAtGatewayAsync(Merchant, id);
        var back = await world.PatchPlanAsync(Merchant, id, """{"recurringInterval":7,"chargeOnDate":null}""");
        var heldBack = await world.PlanAtGatewayAsync(Merchant, id);

        onDay.Status.ShouldBe(HttpStatusCode.OK, onDay.Body);
        onDay["chargeOnDate"].ShouldBe("12-01");
        onDay["recurringInterval"].ShouldBeNull();
        heldOnDay["chargeOnDate"]!.ToString().ShouldBe("0112");
        heldOnDay["chargeNextDate"]!.ToString().ShouldBe("01122098");
        back.Status.ShouldBe(HttpStatusCode.OK, back.Body);
        heldBack["recurringInterval"]!.ToString().ShouldBe("7");
        heldBack["chargeOnDate"]!.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Either_spelling_of_dates_and_amounts_is_read_and_the_documented_one_is_sent()
    {
        var id = await world.HavePlanAsync(Merchant, ("chargeNextDate", "20981231"), ("amount", "99.90"));

        var changed = await world.PatchPlanAsync(Merchant, id, """{"recurringCount":24}""");
        var held = await world.PlanAtGatewayAsync(Merchant, id);

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        held["chargeNextDate"]!.ToString().ShouldBe("31122098");
        held["amount"]!.ToString().ShouldBe("000000009990");
        held["recurringCount"]!.ToString().ShouldBe("24");
    }

    [Theory]
    [InlineData("amount", "ninety", "amount")]
    [InlineData("recurringStatus", "X", "active")]
    [InlineData("chargeNextDate", "soon", "chargeNextDate")]
    [InlineData("chargeNextDate", "07032021", "chargeNextDate")]
    public async Task A_stored_value_that_cannot_be_sent_back_is_never_replaced_by_a_guess(
        string name,
        string value,
        string named
    )
    {
        var id = await world.HavePlanAsync(Merchant, (name, value));
        var before = await world.PlanAtGatewayAsync(Merchant, id);

        var changed = await world.PatchPlanAsync(Merchant, id, """{"recurringCount":24}""");

        changed.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "stored_value_unusable");
        changed.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([named]);
        (await world.ActionsOfPlanAsync(Merchant, id)).ShouldBe(["I"]);
        (await world.PlanAtGatewayAsync(Merchant, id)).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task A_plan_that_is_unknown_is_not_found()
    {
        var read = await world.ReadPlanAsync(Merchant, "42");
        var changed = await world.PatchPlanAsync(Merchant, "42", """{"amount":1}""");
        var cancelled = await world.CancelPlanAsync(Merchant, "42");

        read.ShouldBeProblem(HttpStatusCode.NotFound, "recurring_plan_not_found");
        changed.ShouldBeProblem(HttpStatusCode.NotFound, "recurring_plan_not_found");
        cancelled.ShouldBeProblem(HttpStatusCode.NotFound, "recurring_plan_not_found");
        (await world.ActionsOfPlanAsync(Merchant, "42")).ShouldBe(["I", "I", "C"]);
    }

    [Theory]
    [InlineData("""{"recurringInterval":30,"chargeOnDate":"12-01"}""", "chargeOnDate,recurringInterval")]
    [InlineData("""{"recurringInterval":null,"chargeOnDate":null}""", "chargeOnDate,recurringInterval")]
    [InlineData("""{"recurringInterval":366}""", "recurringInterval")]
    [InlineData("""{"amount":0}""", "amount")]
    [InlineData("""{"amount":null}""", "amount")]
    [InlineData("""{"chargeNextDate":"2020-01-01"}""", "chargeNextDate")]
    [InlineData("""{"chargeOnDate":"02-30"}""", "chargeOnDate")]
    [InlineData("{}", "$")]
    public async Task Bad_input_is_named_and_2c2p_is_not_asked(string patch, string fields)
    {
        var id = await world.HavePlanAsync(Merchant);

        var answer = await world.PatchPlanAsync(Merchant, id, patch);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(fields.Split(','));
        (await world.ActionsOfPlanAsync(Merchant, id)).ShouldBeEmpty();
    }
}
