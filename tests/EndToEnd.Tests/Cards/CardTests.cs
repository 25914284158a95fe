using System.Net;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Cards;

public abstract class CardTests(World world, string envelope)
{
    public sealed class Base64(World world) : CardTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : CardTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : CardTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_card_is_stored_read_changed_and_deleted()
    {
        var pan = CardWorld.NewPan();

        var stored = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan));
        var id = stored["storeCardUniqueID"]!;
        var read = await world.ReadCardAsync(Merchant, id);
        var changed = await world.PatchCardAsync(Merchant, id, """{"panBank":"UOB","panExpiry":"0699"}""");
        var held = await world.CardAtGatewayAsync(Merchant, id);
        var deleted = await world.DeleteCardAsync(Merchant, id);
        var gone = await world.ReadCardAsync(Merchant, id);

        stored.Status.ShouldBe(HttpStatusCode.Created, stored.Body);
        stored.Headers["Location"].ShouldBe($"/api/merchants/{Merchant.Id}/cards/{id}");
        stored.Headers["Cache-Control"].ShouldBe("no-store");
        stored["panMasked"].ShouldBe($"{pan[..6]}XXXXXX{pan[^4..]}");
        read.Status.ShouldBe(HttpStatusCode.OK, read.Body);
        read["cardholderName"].ShouldBe("Mei Tan");
        read["merchantId"].ShouldBe(Merchant.Id);
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        changed["panBank"].ShouldBe("UOB");
        changed["cardholderEmail"].ShouldBe("mei.tan@shop.example");
        held["panExpiry"]!.ToString().ShouldBe("0699");
        held["panCurrency"]!.ToString().ShouldBe("702");
        held["panBank"]!.ToString().ShouldBe("UOB");
        deleted.Status.ShouldBe(HttpStatusCode.NoContent, deleted.Body);
        deleted.Body.ShouldBeEmpty();
        gone.ShouldBeProblem(HttpStatusCode.NotFound, "card_not_found");
        gone.Json["gateway"]!["respCode"]!.ToString().ShouldBe("01");
    }

    [Fact]
    public async Task A_repeat_gets_the_same_card_and_another_key_another_one()
    {
        var card = CardWorld.NewCard();
        var key = ShopClient.NewKey();

        var first = await world.StoreCardAsync(Merchant, card, key);
        var repeat = await world.StoreCardAsync(Merchant, card, key);
        var once = await world.CountCardsAsync(Merchant, card["pan"]!.ToString());
        var other = await world.StoreCardAsync(Merchant, card);

        repeat.Status.ShouldBe(HttpStatusCode.Created, repeat.Body);
        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
        repeat.Headers["Location"].ShouldBe(first.Headers["Location"]);
        repeat.Body.ShouldBe(first.Body);
        once.ShouldBe(1);
        other["storeCardUniqueID"].ShouldNotBe(first["storeCardUniqueID"]);
    }

    [Fact]
    public async Task A_key_is_for_one_card()
    {
        var key = ShopClient.NewKey();
        var pan = CardWorld.NewPan();
        await world.StoreCardAsync(Merchant, CardWorld.NewCard(), key);

        var other = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan), key);

        other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        (await world.CountCardsAsync(Merchant, pan)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_unknown_cannot_be_changed_or_deleted()
    {
        var changed = await world.PatchCardAsync(Merchant, "424242", """{"panBank":"UOB"}""");
        var deleted = await world.DeleteCardAsync(Merchant, "424242");

        changed.ShouldBeProblem(HttpStatusCode.NotFound, "card_not_found");
        deleted.ShouldBeProblem(HttpStatusCode.NotFound, "card_not_found");
        (await world.ActionsOfAsync(Merchant, "424242")).ShouldBe(["I", "D"]);
    }

    [Fact]
    public async Task Another_merchants_card_is_unknown()
    {
        var id = await world.HaveCardAsync(WorldMerchant.Bounded.In(envelope));

        var read = await world.ReadCardAsync(Merchant, id);

        read.ShouldBeProblem(HttpStatusCode.NotFound, "card_not_found");
    }

    [Theory]
    [InlineData("POST", """{"pan":"4111 1111 1111 1111"}""", "pan")]
    [InlineData("POST", """{"pan":"41111111111111111111"}""", "pan")]
    [InlineData("POST", """{"pan":"4111111111111112"}""", "pan")]
    [InlineData("POST", """{"pan":"4111111111111111","panExpiry":"1219"}""", "panExpiry")]
    [InlineData("POST", """{"pan":"4111111111111111","panCountry":"XX"}""", "panCountry")]
    [InlineData("POST", """{"pan":"4111111111111111","panCurrency":"SGD"}""", "panCurrency")]
    [InlineData("POST", """{"pan":"4111111111111111","cardholderName":"<b>"}""", "cardholderName")]
    [InlineData("POST", """{"pan":"4111111111111111","cardholderEmail":"a@b;c@d"}""", "cardholderEmail")]
    [InlineData("PATCH", """{"pan":"4111111111111111"}""", "pan")]
    [InlineData("PATCH", """{"panBank":null}""", "panBank")]
    [InlineData("PATCH", "{}", "$")]
    public async Task Bad_input_is_named_and_leaves_no_trace(string method, string body, string field)
    {
        var path = method == "POST" ? CardWorld.Cards : $"{CardWorld.Cards}/1001";

        var answer = await world.Shop.SendAsync(
            new HttpMethod(method),
            WorldMerchant.Refused,
            path,
            body,
            method == "POST" ? ShopClient.NewKey() : null
        );

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([field]);
        (await world.Gateway.GetAsync($"calls?merchantId={WorldMerchant.Refused.Id}&api=Maintenance")).AsArray().ShouldBeEmpty();
        await world.ShouldKnowNothingOfAsync(WorldMerchant.Refused.Id);
    }
}
