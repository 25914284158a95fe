using System.Net;
using System.Security.Cryptography;
using System.Text;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Faults;

public sealed class PoisonTests(World world)
{
    [Fact]
    public async Task What_the_host_gave_up_and_is_not_ours_is_kept_and_listed_without_its_numbers()
    {
        var number = string.Join(' ', Seeds.Card().Chunk(4).Select(group => new string(group)));
        var text = $"{World.NewInvoice()}: {number}";
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        await world.Storage.EnqueueAsync("refunds-poison", text);

        var kept = await Eventually.ResultAsync(() => FindAsync(id), found => found is not null);
        kept!["kind"]!.ToString().ShouldBe("queueMessage");
        kept["queue"]!.ToString().ShouldBe("refunds-poison");
        kept["text"].ShouldBeNull();
        (await world.Storage.TracesOfAsync(number)).ShouldBeEmpty();
    }

    private async Task<System.Text.Json.Nodes.JsonNode?> FindAsync(string id)
    {
        string? cursor = null;
        do
        {
            var query = cursor is null ? "" : $"?cursor={cursor}";
            var page = await world.Shop.GetAsync(WorldMerchant.Plain, $"quarantine{query}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
            if (page.Json["items"]!.AsArray().FirstOrDefault(item => item!["id"]!.ToString() == id) is { } found)
                return found;
            cursor = page["nextCursor"];
        } while (cursor is not null);

        return null;
    }
}
