using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Cards;

/// <summary>The app dies and comes back.</summary>
[Collection(nameof(Alone))]
public sealed class CardRestartTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.FaultyCards;

    [Fact]
    public async Task A_card_that_the_app_died_over_is_unknown_and_one_that_it_stored_is_repeated()
    {
        var (stored, lost) = (CardWorld.NewCard(), CardWorld.NewCard());
        var (finished, cut) = (ShopClient.NewKey(), ShopClient.NewKey());
        var first = await world.StoreCardAsync(Merchant, stored, finished);
        var before = await world.CountAdditionsAsync(Merchant);
        await world.FaultCardAsync(Merchant, null, "A", "no-answer");
        var dying = DieAsync(() => world.StoreCardAsync(Merchant, lost, cut));
        await Eventually.ResultAsync(() => world.CountAdditionsAsync(Merchant), count => count == before + 1);

        await world.Sandbox.App.KillAsync();
        await dying;
        await world.Sandbox.App.StartAsync();
        var again = await RepeatAsync(lost, cut);
        var replayed = await RepeatAsync(stored, finished);

        again.ShouldBeProblem(HttpStatusCode.Conflict, "outcome_unknown");
        replayed.Status.ShouldBe(HttpStatusCode.Created, replayed.Body);
        replayed.Body.ShouldBe(first.Body);
        (await world.CountAdditionsAsync(Merchant)).ShouldBe(before + 1);
    }

    // An app that has just started may not reach Key Vault in time on a busy machine: its answer says to repeat with the same key.
    private Task<Answer> RepeatAsync(JsonObject card, string key) =>
        Eventually.ResultAsync(
            () => world.StoreCardAsync(Merchant, card, key),
            answer => answer["code"] is not ("operation_executing" or "unavailable")
        );

    private static async Task DieAsync(Func<Task<Answer>> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            // The connection died with the app: the shop does not know what became of its request.
        }
    }
}
