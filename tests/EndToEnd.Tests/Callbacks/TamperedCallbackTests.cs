using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Callbacks;

/// <summary>
/// A valid callback with one bit changed, for each of its bytes. The app refuses them all in the same words, but for the few that are the same message (which they are is held by the tests of
/// <c>TwoC2P.Tests</c>): those are kept once, as that message.
/// </summary>
public abstract class TamperedCallbackTests(World world, string envelope)
{
    private const int AtOnce = 8;

    public sealed class Base64(World world) : TamperedCallbackTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : TamperedCallbackTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : TamperedCallbackTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task It_changes_nothing_and_no_answer_tells_why()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        var original = await CaughtCallback.OfAsync(sut);
        var before = await sut.ReadAsync();

        var answers = new Answer[original.Length];
        await Parallel.ForAsync(
            0,
            original.Length,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) => answers[place] = await sut.PostAsync(Flipped(original, place))
        );

        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        refused.Select(WithoutIds).Distinct().ShouldHaveSingleItem();
        refused[0].Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused[0]["code"].ShouldBe("notification_not_verified");
        refused.Count.ShouldBeGreaterThan(original.Length * 8 / 10);

        var kept = await world.Storage.InboxAsync(sut.Id);
        kept.Count.ShouldBeLessThanOrEqualTo(1);
        (await world.Storage.QuarantineAsync(sut.Id)).ShouldBeEmpty();
        (await sut.ReadAsync()).Json["status"]!.ToString().ShouldBe(before["status"]);
        (await sut.PostAsync(original)).Status.ShouldBe(HttpStatusCode.OK);
        // Whatever was taken before was this message: it is no second one.
        (await world.Storage.InboxAsync(sut.Id)).ShouldHaveSingleItem();
    }

    // Another bit in each byte, so that all eight have their turn.
    private static byte[] Flipped(byte[] body, int place)
    {
        var copy = (byte[])body.Clone();
        copy[place] ^= (byte)(1 << (place % 8));
        return copy;
    }

    /// <summary>All of an answer but what names the request and its time.</summary>
    private static string WithoutIds(Answer answer)
    {
        var headers = answer
            .Headers.Where(header => header.Key is not ("Date" or "X-Request-ID" or "traceresponse" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {header.Value}");
        var problem = JsonNode.Parse(answer.Body)!.AsObject();
        problem.Remove("requestId");
        return string.Join('\n', [$"{(int)answer.Status}", .. headers, problem.ToJsonString()]);
    }
}
