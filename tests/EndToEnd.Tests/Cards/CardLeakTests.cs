using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Cards;

/// <summary>A full card number is in no table, queue, log or answer, however adding the card ends.</summary>
[Collection(nameof(Alone))]
public sealed class CardLeakTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.FaultyCards;

    public static TheoryData<string> Faults { get; } =
    ["none", "answer-lost", "no-answer", "respond-with", "wrong-hash", "truncated", "http-500", "html", "refusal-without-hash"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_number_is_found_nowhere_however_the_call_ends(string fault)
    {
        var pan = CardWorld.NewPan();
        var key = ShopClient.NewKey();
        if (fault != "none")
            await world.FaultCardAsync(Merchant, null, "A", fault);

        var first = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan), key);
        var repeat = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan), key);

        await ShouldBeNowhereAsync(pan, first, repeat);
    }

    [Theory]
    [InlineData("respReason")]
    [InlineData("panBank")]
    [InlineData("cardholderName")]
    [InlineData("panMasked")]
    public async Task A_gateway_that_repeats_the_number_is_not_repeated(string field)
    {
        var pan = CardWorld.NewPan();
        await world.FaultCardAsync(Merchant, null, "A", "set-fields", SetFields(field, pan));

        var stored = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan));

        stored.Status.ShouldBe(HttpStatusCode.Created, stored.Body);
        await ShouldBeNowhereAsync(pan, stored);
    }

    [Theory]
    [InlineData("""{"pan":"<pan>","panCountry":"??"}""")]
    [InlineData("""{"pan":"<pan>","panBank":"<pan>"}""")]
    [InlineData("""{"pan":"<pan>0000"}""")]
    [InlineData("""{"pan":<pan>}""")]
    [InlineData("""{"pan":"<pan>","<pan>":"<pan>"}""")]
    [InlineData("""{"pan":"<pan>" """)]
    public async Task A_body_that_is_refused_is_not_repeated(string body)
    {
        var pan = CardWorld.NewPan();
        var sent = body.Replace("<pan>", pan, StringComparison.Ordinal);

        var refused = await world.Shop.PostAsync(Merchant, CardWorld.Cards, sent, ShopClient.NewKey());

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Body);
        await ShouldBeNowhereAsync(pan, refused);
    }

    private static JsonObject SetFields(string field, string text) => new() { ["fields"] = new JsonObject { [field] = text } };

    private async Task ShouldBeNowhereAsync(string pan, params IReadOnlyList<Answer> answers)
    {
        (await world.Storage.TracesOfAsync(pan)).ShouldBeEmpty();
        foreach (var path in new[] { world.Sandbox.App.LogPath, world.Sandbox.Simulator.LogPath })
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var log = new StreamReader(file);
            (await log.ReadToEndAsync()).Contains(pan, StringComparison.Ordinal).ShouldBeFalse(path);
        }

        answers
            .SelectMany(answer => answer.Headers.Values.Append(answer.Body))
            .ShouldAllBe(text => !text.Contains(pan, StringComparison.Ordinal));
    }
}
