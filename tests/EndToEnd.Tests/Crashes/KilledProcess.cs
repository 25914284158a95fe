using System.Net;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Crashes;

/// <summary>Lets a shop ask for something, kills the app at the cut, starts it again, and lets the shop repeat what was not answered.</summary>
internal static class KilledProcess
{
    /// <summary>The answer that told the shop that its request is accepted: before the kill, or after it when the kill cut it off.</summary>
    /// <param name="world">Where.</param>
    /// <param name="invoiceNo">The operation's invoice.</param>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="cut">Where the app dies.</param>
    /// <param name="ask">The shop's request, the same each time.</param>
    public static async Task<Answer> AcceptAsync(CrashWorld world, string invoiceNo, string key, Cut cut, Func<Task<Answer>> ask)
    {
        var trail = new Trail(invoiceNo, key, cut);
        world.Follow(trail);
        var asking = AnswerOrNullAsync(ask);
        await ReachAsync(trail, cut);
        await world.KillAsync(trail);
        var answer = await asking;
        await world.StartAsync();
        return answer ?? await RepeatAsync(ask);
    }

    /// <summary>Waits until the app stands at the cut.</summary>
    public static async Task ReachAsync(Trail trail, Cut cut)
    {
        await Task.WhenAny(trail.Held, Task.Delay(Eventually.HangsAfter));
        trail.Held.IsCompleted.ShouldBeTrue($"{cut} was never reached. Seen: {string.Join(", ", trail.Steps)}");
    }

    // A void that the dead process was executing answers 409 until its claim has run out.
    private static Task<Answer> RepeatAsync(Func<Task<Answer>> ask) =>
        Eventually.ResultAsync(ask, answer => answer.Status != HttpStatusCode.Conflict);

    private static async Task<Answer?> AnswerOrNullAsync(Func<Task<Answer>> ask)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException)
        {
            // The connection died with the process: whether the request is accepted is not known, so it is repeated.
            return null;
        }
        catch (HttpIOException)
        {
            // The same, in the middle of the answer.
            return null;
        }
    }
}
