using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Cards;

/// <summary>The gateway goes wrong: no card is stored twice, and what was done can be found out.</summary>
public abstract class CardFaultTests(World world, string envelope)
{
    public sealed class Base64(World world) : CardFaultTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : CardFaultTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.FaultyCards.In(envelope);

    [Theory]
    [InlineData("answer-lost", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", 1)]
    [InlineData("closed-after-reading", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", 0)]
    [InlineData("no-answer", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", 0)]
    [InlineData("respond-with", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", 0)]
    [InlineData("wrong-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 1)]
    [InlineData("truncated", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 1)]
    [InlineData("http-500", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 0)]
    [InlineData("html", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 0)]
    [InlineData("redirect", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 0)]
    [InlineData("refusal-without-hash", HttpStatusCode.BadGateway, "gateway_outcome_unverified", 0)]
    public async Task A_card_that_may_be_stored_is_never_sent_again_with_its_key(
        string kind,
        HttpStatusCode status,
        string code,
        int stored
    )
    {
        var card = CardWorld.NewCard();
        var key = ShopClient.NewKey();
        var before = await world.CountAdditionsAsync(Merchant);
        await world.FaultCardAsync(Merchant, null, "A", kind);

        var first = await world.StoreCardAsync(Merchant, card, key);
        var repeat = await world.StoreCardAsync(Merchant, card, key);

        first.ShouldBeProblem(status, code);
        repeat.ShouldBeProblem(HttpStatusCode.Conflict, "outcome_unknown");
        (await world.CountAdditionsAsync(Merchant)).ShouldBe(before + 1);
        (await world.CountCardsAsync(Merchant, card["pan"]!.ToString())).ShouldBe(stored);
    }

    [Theory]
    [InlineData("05", "gateway_refused")]
    [InlineData("11", "gateway_refused")]
    [InlineData("13", "gateway_settings_refused")]
    public async Task A_refusal_leaves_the_key_free(string respCode, string code)
    {
        var card = CardWorld.NewCard();
        var key = ShopClient.NewKey();
        await world.FaultCardAsync(Merchant, null, "A", "respond-with", new JsonObject { ["respCode"] = respCode });

        var first = await world.StoreCardAsync(Merchant, card, key);
        var repeat = await world.StoreCardAsync(Merchant, card, key);

        first.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
        first.Json["gateway"]!["respCode"]!.ToString().ShouldBe(respCode);
        repeat.Status.ShouldBe(HttpStatusCode.Created, repeat.Body);
        (await world.CountCardsAsync(Merchant, card["pan"]!.ToString())).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_can_be_read()
    {
        var id = await world.HaveCardAsync(Merchant);
        await world.FaultCardAsync(Merchant, id, "U", "answer-lost");

        var changed = await world.PatchCardAsync(Merchant, id, """{"panBank":"UOB"}""");
        var read = await world.ReadCardAsync(Merchant, id);

        changed.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        read["panBank"].ShouldBe("UOB");
        (await world.ActionsOfAsync(Merchant, id)).ShouldBe(["I", "U", "I"]);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_shows_when_it_is_repeated()
    {
        var id = await world.HaveCardAsync(Merchant);
        await world.FaultCardAsync(Merchant, id, "D", "answer-lost");

        var first = await world.DeleteCardAsync(Merchant, id);
        var repeat = await world.DeleteCardAsync(Merchant, id);

        first.ShouldBeProblem(HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown");
        repeat.ShouldBeProblem(HttpStatusCode.NotFound, "card_not_found");
    }

    [Theory]
    [InlineData("wrong-hash", HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData("html", HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData("answer-lost", HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    [InlineData("respond-with", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    public async Task Nothing_is_changed_when_the_card_cannot_be_read(string kind, HttpStatusCode status, string code)
    {
        var id = await world.HaveCardAsync(Merchant);
        // An answer that does not verify is asked for once more, in case the secret key has changed.
        await world.FaultCardAsync(Merchant, id, "I", kind, new JsonObject { ["times"] = -1 });

        var read = await world.ReadCardAsync(Merchant, id);
        var changed = await world.PatchCardAsync(Merchant, id, """{"panBank":"UOB"}""");

        read.ShouldBeProblem(status, code);
        changed.ShouldBeProblem(status, code);
        (await world.ActionsOfAsync(Merchant, id)).ShouldNotContain("U");
    }
}
