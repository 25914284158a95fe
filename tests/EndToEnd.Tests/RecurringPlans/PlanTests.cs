using System.Net;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.RecurringPlans;

public abstract class PlanTests(World world, string envelope)
{
    public sealed class Base64(World world) : PlanTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : PlanTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : PlanTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_plan_is_read_changed_and_cancelled()
    {
        var id = await world.HavePlanAsync(Merchant);

        var read = await world.ReadPlanAsync(Merchant, id);
        var changed = await world.PatchPlanAsync(Merchant, id, """{"amount":120.00,"active":false}""");
        var held = await world.PlanAtGatewayAsync(Merchant, id);
        var cancelled = await world.CancelPlanAsync(Merchant, id);
        var again = await world.CancelPlanAsync(Merchant, id);

        read.Status.ShouldBe(HttpStatusCode.OK, read.Body);
        read.Headers["Cache-Control"].ShouldBe("no-store");
        read["amount"].ShouldBe("99.90");
        read["currency"].ShouldBe("SGD");
        read["chargeNextDate"].ShouldBe(Ahead.Of("YYYY-12-31"));
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        changed["amount"].ShouldBe("120.00");
        changed["active"].ShouldBe("false");
        held["amount"]!.ToString().ShouldBe("000000012000");
        held["recurringInterval"]!.ToString().ShouldBe("30");
        held["maxAccumulateAmount"]!.ToString().ShouldBe("000000001000");
        held["chargeNextDate"]!.ToString().ShouldBe(Ahead.Of("3112YYYY"));
        cancelled.Status.ShouldBe(HttpStatusCode.OK, cancelled.Body);
        cancelled["active"].ShouldBe("false");
        cancelled["amount"].ShouldBe("120.00");
        (await world.PlanAtGatewayAsync(Merchant, id))["cancelled"]!.GetValue<bool>().ShouldBeTrue();
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
            Ahead.Of("""{"recurringInterval":null,"chargeOnDate":"12-01","chargeNextDate":"YYYY-12-01"}""")
        );
        var heldOnDay = await world.PlanAtGatewayAsync(Merchant, id);
        var back = await world.PatchPlanAsync(Merchant, id, """{"recurringInterval":7,"chargeOnDate":null}""");
        var heldBack = await world.PlanAtGatewayAsync(Merchant, id);

        onDay.Status.ShouldBe(HttpStatusCode.OK, onDay.Body);
        onDay["chargeOnDate"].ShouldBe("12-01");
        onDay["recurringInterval"].ShouldBeNull();
        heldOnDay["chargeOnDate"]!.ToString().ShouldBe("0112");
        heldOnDay["chargeNextDate"]!.ToString().ShouldBe(Ahead.Of("0112YYYY"));
        back.Status.ShouldBe(HttpStatusCode.OK, back.Body);
        heldBack["recurringInterval"]!.ToString().ShouldBe("7");
        heldBack["chargeOnDate"]!.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_in_yen_is_shown_and_changed_in_whole_yen()
    {
        var id = await world.HavePlanAsync(Merchant, ("currency", "392"), ("amount", "000000010000"));

        var read = await world.ReadPlanAsync(Merchant, id);
        var changed = await world.PatchPlanAsync(Merchant, id, """{"amount":20000}""");
        var refused = await world.PatchPlanAsync(Merchant, id, """{"amount":10000.50}""");

        read["amount"].ShouldBe("10000");
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        (await world.PlanAtGatewayAsync(Merchant, id))["amount"]!.ToString().ShouldBe("000000020000");
        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        refused.Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("amount");
    }

    [Fact]
    public async Task Either_spelling_of_dates_and_amounts_is_read_and_the_documented_one_is_sent()
    {
        var id = await world.HavePlanAsync(Merchant, ("chargeNextDate", Ahead.Of("YYYY1231")), ("amount", "99.90"));

        var changed = await world.PatchPlanAsync(Merchant, id, """{"recurringCount":24}""");
        var held = await world.PlanAtGatewayAsync(Merchant, id);

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        held["chargeNextDate"]!.ToString().ShouldBe(Ahead.Of("3112YYYY"));
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
