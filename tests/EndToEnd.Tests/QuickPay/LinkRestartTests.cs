using System.Net;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.QuickPay;

/// <summary>The app dies and comes back.</summary>
[Collection(nameof(Alone))]
public sealed class LinkRestartTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task A_delivery_that_the_app_died_over_is_unknown_and_one_that_it_finished_is_repeated()
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var (finished, cut) = (ShopClient.NewKey(), ShopClient.NewKey());
        var sent = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), finished);
        await world.FaultLinkAsync(Merchant, qpId, "Send", "no-answer");
        var dying = DieAsync(() => world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), cut));
        await Eventually.ResultAsync(() => world.VerbsOfAsync(Merchant, qpId), verbs => verbs.Count == 2);

        await world.Sandbox.App.KillAsync();
        await dying;
        await world.Sandbox.App.StartAsync();
        var again = await Eventually.ResultAsync(
            () => world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), cut),
            // An app that has just started may not reach Key Vault in time on a busy machine: its answer says to repeat.
            answer => answer["code"] is not ("operation_executing" or "unavailable")
        );
        var replayed = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery(), finished);

        again.ShouldBeProblem(HttpStatusCode.Conflict, "outcome_unknown");
        replayed.Status.ShouldBe(HttpStatusCode.OK, replayed.Body);
        replayed.Body.ShouldBe(sent.Body);
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBe(["Send", "Send"]);
    }

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
