using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.QuickPay;

/// <summary>What is wrong is named, and the gateway hears nothing of it.</summary>
public sealed class BadLinkTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Theory]
    [InlineData("emailSubject", "\"Buy <now>\"")]
    [InlineData("emailMessage", "\"1 < 2\"")]
    [InlineData("mobiles", "[\"6599999999\"]")]
    [InlineData("mobiles", "[\"+6599999999;+6588888888\"]")]
    [InlineData("emails", "[\"one@shop.example;two@shop.example\"]")]
    [InlineData("emails", "[\"one@shop.example\", \"\"]")]
    public async Task A_wrong_delivery_is_refused_before_the_gateway_is_called(string member, string json)
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var delivery = LinkWorld.Delivery();
        delivery[member] = JsonNode.Parse(json);

        var answer = await world.SendLinkAsync(Merchant, qpId, delivery);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("emails")]
    [InlineData("cc")]
    [InlineData("bcc")]
    public async Task Recipients_of_more_than_255_characters_are_refused(string member)
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var delivery = LinkWorld.Delivery();
        delivery[member] = new JsonArray([
            .. Enumerable.Range(0, 16).Select(n => JsonValue.Create($"customer{n:00}@shop.example")),
        ]);

        var answer = await world.SendLinkAsync(Merchant, qpId, delivery);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_to_nobody_is_refused()
    {
        var qpId = await world.HaveLinkAsync(Merchant);

        var answer = await world.SendLinkAsync(Merchant, qpId, new() { ["emails"] = new JsonArray() });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["emails", "mobiles"]);
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_nobody_made_is_not_found()
    {
        const string Unknown = "9999999999";

        var sent = await world.SendLinkAsync(Merchant, Unknown, LinkWorld.Delivery());
        var impossible = await world.SendLinkAsync(Merchant, "99999999999", LinkWorld.Delivery());

        sent.ShouldBeProblem(HttpStatusCode.NotFound, "link_not_found");
        impossible.ShouldBeProblem(HttpStatusCode.NotFound, "link_not_found");
        (await world.VerbsOfAsync(Merchant, "99999999999")).ShouldBeEmpty();
    }
}
