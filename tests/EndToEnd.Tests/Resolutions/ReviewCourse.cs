using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Resolutions;

/// <summary>One case from its beginning to its rest: what was said, what was answered, and what is there in the end.</summary>
internal sealed class ReviewCourse(ReviewWorld world, ReviewCase review)
{
    private const string StillUnderWay = "still be under way";

    private readonly ReviewStage stage = new(world);
    private readonly List<SpokenWord> refused = [];

    public ReviewCase Review => review;

    /// <summary>The operation when a person was called.</summary>
    public Answer Called { get; private set; } = null!;

    /// <summary>Requests that had reached 2C2P by then.</summary>
    public int RequestsWhenCalled { get; private set; }

    /// <summary>The wrong words.</summary>
    public IReadOnlyList<SpokenWord> Refused => refused;

    /// <summary>Another word under a key that was used.</summary>
    public Answer? Reused { get; private set; }

    /// <summary>The true word without what it has to overrule; null where that is nothing.</summary>
    public SpokenWord? WithoutKeys { get; private set; }

    /// <summary>The first answer to the true word.</summary>
    public Answer Heard { get; private set; } = null!;

    /// <summary>The answer by which it was followed.</summary>
    public Answer Settled { get; private set; } = null!;

    /// <summary>The operation at rest, after 2C2P was asked once more.</summary>
    public Answer Rested { get; private set; } = null!;

    /// <summary>How often 2C2P was asked between the call and the rest.</summary>
    public int Asked { get; private set; }

    /// <summary>Requests that move money, in the end.</summary>
    public int Requests { get; private set; }

    /// <summary>What the invoice reserves in the end, by the app's own word.</summary>
    public decimal Reserved { get; private set; }

    /// <summary>2C2P's own record in the end.</summary>
    public JsonNode Record { get; private set; } = null!;

    private const int MostBegun = 3;
    private static readonly TimeSpan LongAfterEveryPatience = TimeSpan.FromSeconds(40);

    private static WorldMerchant Merchant => ReviewStage.Merchant;

    public static async Task<ReviewCourse> RunAsync(ReviewWorld world, ReviewCase review)
    {
        var course = new ReviewCourse(world, review);
        await review.Arrange(course.stage);
        // On a busy machine a look can come before what was to mislead it, and the operation ends as it should; or a patience is over before what a
        // person is to be called for, and they are called for less. Then it is begun anew.
        for (var begun = 1; !await course.IsCalledAsync() && begun < MostBegun; begun++)
        {
            course = new ReviewCourse(world, review);
            await review.Arrange(course.stage);
        }
        course.Called["needsReview"].ShouldBe("true", course.Called.Body);
        foreach (var word in review.Wrong)
            await course.SayWronglyAsync(word);
        if (review.First is { } first)
            await first(course.stage);
        await course.SayTruthAsync();
        await course.RestAsync();
        return course;
    }

    /// <summary>A key as the case names it, as it is.</summary>
    public string Resolve(string key) => stage.Resolve(key);

    private async Task<bool> IsCalledAsync()
    {
        var watch = Stopwatch.StartNew();
        Called = await world.UntilAsync(
            stage.Id,
            operation =>
                operation["needsReview"] == "true"
                || (operation["status"] is "succeeded" or "failed" && watch.Elapsed > LongAfterEveryPatience)
        );
        if (Called["needsReview"] != "true" || !review.IsCalledFor(Called["reviewReason"]))
            return false;
        RequestsWhenCalled = await stage.RequestsAsync();
        Asked = -await QuestionsAsync();
        return true;
    }

    private async Task SayWronglyAsync(Word word)
    {
        var key = ShopClient.NewKey();
        var first = await SpeakAsync(word, [.. word.Despite.Select(stage.Resolve)], key);
        refused.Add(first);
        if (word.Insists)
            refused.Add(await SpeakAsync(word, [.. first.Contradictions.Select(entry => entry.Key)]));
        Reused ??= await PostAsync(word, [], key, "something else");
    }

    private async Task SayTruthAsync()
    {
        IReadOnlyList<string> despite = [];
        if (review.Overruled.Count > 0)
        {
            WithoutKeys = await SpeakAsync(review.Truth, []);
            despite = [.. WithoutKeys.Contradictions.Where(entry => entry.MayBeOverruled).Select(entry => entry.Key)];
        }

        var (key, answer) = await Eventually.ResultAsync(
            async () =>
            {
                var fresh = ShopClient.NewKey();
                return (fresh, await PostAsync(review.Truth, despite, fresh));
            },
            said => said.Item2["detail"]?.Contains(StillUnderWay, StringComparison.Ordinal) != true
        );
        Heard = answer;
        if (review.WhileItWaits is { } mend)
            await mend(stage);
        Settled = answer.Status == HttpStatusCode.Accepted ? await DecidedAsync(review.Truth, despite, key) : answer;
        if (review.Afterwards is { } then)
            await then(stage);
    }

    private async Task RestAsync()
    {
        await world.UntilAsync(stage.Id, operation => operation["status"] == review.Ends);
        await world.UntilAsync(() => world.Tables.IsOutstandingAsync(stage.Id), isOutstanding => !isOutstanding);
        Rested = await ReadAsync();
        Asked += await QuestionsAsync();
        Requests = await stage.RequestsAsync();
        Record = await world.Gateway.TransactionAsync(Merchant, stage.InvoiceNo);
        if (stage.Letter == "R")
            Reserved = ReviewStage.Captured - await RefundableAsync();
    }

    private async Task<SpokenWord> SpeakAsync(Word word, IReadOnlyList<string> despite, string? key = null) =>
        new(
            word,
            despite,
            await DecidedAsync(word, despite, key ?? ShopClient.NewKey()),
            await ReadAsync(),
            await stage.RequestsAsync()
        );

    // 202 says that the word is kept and not weighed yet: the same again, until it is.
    private Task<Answer> DecidedAsync(Word word, IReadOnlyList<string> despite, string key) =>
        Eventually.ResultAsync(
            () => PostAsync(word, despite, key),
            answer => answer.Status is not (HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable)
        );

    private Task<Answer> PostAsync(Word word, IReadOnlyList<string> despite, string key, string reason = "asked 2C2P's support")
    {
        var body = new JsonObject { ["actor"] = "Mei Tan", ["reason"] = reason };
        if (word.Outcome == Word.Cancelled)
            return world.Shop.PostAsync(Merchant, $"operations/{stage.Id}/cancellation", body.ToJsonString(), key);

        body["outcome"] = word.Outcome;
        body["lookedAt"] = "the refunds of the invoice in the portal";
        if (word.Reference is { } reference)
            body["reference"] = stage.Resolve(reference);
        if (despite.Count > 0)
            body["despite"] = new JsonArray([.. despite.Select(entry => JsonValue.Create(entry))]);
        return world.Shop.PostAsync(Merchant, $"operations/{stage.Id}/resolution", body.ToJsonString(), key);
    }

    private Task<Answer> ReadAsync() => world.Shop.GetAsync(Merchant, $"operations/{stage.Id}");

    private async Task<int> QuestionsAsync() =>
        (await world.Gateway.CallsAsync(Merchant, stage.InvoiceNo)).Count(call => call["processType"]!.ToString() is "I" or "RS");

    // More than was captured is never accepted, and the refusal says what would be.
    private async Task<decimal> RefundableAsync()
    {
        var tooMuch = await world.Shop.RefundAsync(Merchant, stage.InvoiceNo, ReviewStage.Captured + 0.01m);
        return decimal.Parse(tooMuch["refundable"].ShouldNotBeNull(tooMuch.Body), CultureInfo.InvariantCulture);
    }
}
