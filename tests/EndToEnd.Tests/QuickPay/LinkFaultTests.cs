using System.Net;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.QuickPay;

/// <summary>The gateway goes wrong: nothing is made or sent twice.</summary>
public sealed class LinkFaultTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Theory]
    [InlineData("answer-lost", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData("closed-after-reading", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData("no-answer", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData("wrong-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData("truncated", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData("http-500", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData("html", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData("redirect", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData("refusal-without-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    public async Task What_may_have_been_sent_is_never_sent_again_with_its_key(string kind, HttpStatusCode status, string code)
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var key = ShopClient.NewKey();
        await world.FaultLinkAsync(Merchant, qpId, "Send", kind);

        var first = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), key);
        var repeat = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), key);

        first.ShouldBeProblem(status, code);
        repeat.ShouldBeProblem(HttpStatusCode.Conflict, "outcome_unknown");
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBe(["Send"]);
    }

    [Fact]
    public async Task A_link_whose_answer_was_lost_is_not_made_again_with_its_key_nor_its_prefix()
    {
        var prefix = LinkWorld.NewPrefix();
        var key = ShopClient.NewKey();
        await world.FaultLinkAsync(Merchant, prefix, "Generate", "answer-lost");

        var first = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix), key);
        var repeat = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix), key);
        var requests = await world.VerbsOfAsync(Merchant, prefix);
        var anew = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix));

        first.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        repeat.ShouldBeProblem(HttpStatusCode.Conflict, "outcome_unknown");
        requests.ShouldBe(["Generate"]);
        anew.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "gateway_refused");
        anew.Json["gateway"]!["respCode"]!.ToString().ShouldBe("013");
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_the_gateway_is_called_once()
    {
        var prefix = LinkWorld.NewPrefix();
        var key = ShopClient.NewKey();

        var first = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix), key);
        var repeat = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix), key);
        var other = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(LinkWorld.NewPrefix()), key);

        repeat.Status.ShouldBe(HttpStatusCode.Created, repeat.Body);
        repeat.Body.ShouldBe(first.Body);
        repeat.Headers["Location"].ShouldBe(first.Headers["Location"]);
        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
        other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        (await world.VerbsOfAsync(Merchant, prefix)).ShouldBe(["Generate"]);
    }

    [Fact]
    public async Task Repeats_at_the_same_time_send_once()
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var key = ShopClient.NewKey();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), key))
        );

        answers.ShouldContain(answer => answer.Status == HttpStatusCode.OK);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer["code"] == "operation_executing");
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBe(["Send"]);
    }

    [Theory]
    [InlineData("104", HttpStatusCode.UnprocessableEntity, "gateway_refused", HttpStatusCode.OK)]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found", HttpStatusCode.OK)]
    [InlineData("999", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", HttpStatusCode.Conflict)]
    public async Task A_refusal_frees_the_key_only_if_it_is_certain(
        string resCode,
        HttpStatusCode status,
        string code,
        HttpStatusCode again
    )
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var key = ShopClient.NewKey();
        await world.FaultLinkAsync(Merchant, qpId, "Send", "respond-with", new() { ["respCode"] = resCode });

        var refused = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), key);
        var repeat = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), key);

        refused.ShouldBeProblem(status, code);
        refused.Json["gateway"]!["respCode"]!.ToString().ShouldBe(resCode);
        repeat.Status.ShouldBe(again, repeat.Body);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_shows_when_it_is_read_and_may_be_repeated()
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        await world.FaultLinkAsync(Merchant, qpId, "Update", "answer-lost");

        var unknown = await world.PatchLinkAsync(Merchant, qpId, """{"amount":90}""");
        var read = await world.ReadLinkAsync(Merchant, qpId);
        var repeat = await world.PatchLinkAsync(Merchant, qpId, """{"amount":90}""");

        unknown.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        read["amount"].ShouldBe("90.00");
        repeat.Status.ShouldBe(HttpStatusCode.OK, repeat.Body);
    }

    [Fact]
    public async Task A_link_that_cannot_be_believed_is_neither_shown_nor_changed()
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        await world.FaultLinkAsync(Merchant, qpId, "Query", "wrong-hash", new() { ["times"] = 2 });

        var read = await world.ReadLinkAsync(Merchant, qpId);
        var changed = await world.PatchLinkAsync(Merchant, qpId, """{"amount":90}""");

        read.ShouldBeProblem(HttpStatusCode.BadGateway, "gateway_unverifiable");
        changed.ShouldBeProblem(HttpStatusCode.BadGateway, "gateway_unverifiable");
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldNotContain("Update");
    }

    [Fact]
    public async Task A_link_whose_end_was_lost_is_gone()
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        await world.FaultLinkAsync(Merchant, qpId, "Delete", "answer-lost");

        var unknown = await world.EndLinkAsync(Merchant, qpId);
        var repeat = await world.EndLinkAsync(Merchant, qpId);

        unknown.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        repeat.ShouldBeProblem(HttpStatusCode.NotFound, "link_not_found");
    }
}
