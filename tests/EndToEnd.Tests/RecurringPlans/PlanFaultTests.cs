using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.RecurringPlans;

/// <summary>The gateway goes wrong: nothing is sent twice, and what was done can be read.</summary>
public abstract class PlanFaultTests(World world, string envelope)
{
    public sealed class Base64(World world) : PlanFaultTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : PlanFaultTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("answer-lost", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", true)]
    [InlineData("closed-after-reading", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", false)]
    [InlineData("no-answer", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", false)]
    [InlineData("respond-with", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", false)]
    [InlineData("wrong-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified", true)]
    [InlineData("truncated", HttpStatusCode.BadGateway, "gateway_outcome_unverified", true)]
    [InlineData("http-500", HttpStatusCode.BadGateway, "gateway_outcome_unverified", false)]
    [InlineData("refusal-without-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified", false)]
    public async Task A_change_that_may_be_done_is_sent_once_and_can_be_read(
        string kind,
        HttpStatusCode status,
        string code,
        bool isDone
    )
    {
        var id = await world.HavePlanAsync(Merchant);
        await world.FaultPlanAsync(Merchant, id, "U", kind);

        var changed = await world.PatchPlanAsync(Merchant, id, """{"amount":120.00}""");
        var read = await world.ReadPlanAsync(Merchant, id);

        changed.ShouldBeProblem(status, code);
        changed["retryable"].ShouldBe("false");
        read["amount"].ShouldBe(isDone ? "120.00" : "99.90");
        (await world.ActionsOfPlanAsync(Merchant, id)).ShouldBe(["I", "U", "I"]);
    }

    [Fact]
    public async Task A_cancellation_whose_answer_was_lost_shows_when_it_is_repeated()
    {
        var id = await world.HavePlanAsync(Merchant);
        await world.FaultPlanAsync(Merchant, id, "C", "answer-lost");

        var first = await world.CancelPlanAsync(Merchant, id);
        var read = await world.ReadPlanAsync(Merchant, id);
        var repeat = await world.CancelPlanAsync(Merchant, id);

        first.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        read["active"].ShouldBe("false");
        repeat.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "gateway_refused");
        (await world.ActionsOfPlanAsync(Merchant, id)).ShouldBe(["C", "I", "C"]);
    }

    [Fact]
    public async Task A_cancelled_plan_that_cannot_be_shown_is_a_success_without_its_terms()
    {
        var id = await world.HavePlanAsync(Merchant);
        await world.FaultPlanAsync(Merchant, id, "I", "http-500");

        var cancelled = await world.CancelPlanAsync(Merchant, id);

        cancelled.Status.ShouldBe(HttpStatusCode.OK, cancelled.Body);
        cancelled["recurringUniqueID"].ShouldBe(id);
        cancelled["amount"].ShouldBeNull();
        cancelled.Json["gateway"]!["respDesc"]!.ToString().ShouldBe("Cancel Successful");
    }

    [Theory]
    [InlineData("wrong-hash", HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData("redirect", HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData("answer-lost", HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    [InlineData("respond-with", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    public async Task Nothing_is_changed_when_the_plan_cannot_be_read(string kind, HttpStatusCode status, string code)
    {
        var id = await world.HavePlanAsync(Merchant);
        // An answer that does not verify is asked for once more, in case the secret key has changed.
        await world.FaultPlanAsync(Merchant, id, "I", kind, new JsonObject { ["times"] = -1 });

        var changed = await world.PatchPlanAsync(Merchant, id, """{"amount":120.00}""");

        changed.ShouldBeProblem(status, code);
        (await world.ActionsOfPlanAsync(Merchant, id)).ShouldNotContain("U");
    }
}
