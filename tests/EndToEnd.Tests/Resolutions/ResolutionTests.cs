using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Resolutions.Cases;

namespace EndToEnd.Tests.Resolutions;

/// <summary>A person decides what 2C2P leaves open, and never what it decides: every reason for a review once, made by a gateway that misbehaves, settled over HTTP.</summary>
public sealed class ResolutionTests(ReviewWorld world) : IClassFixture<ReviewWorld>
{
    public static TheoryData<string> Names => [.. ReviewCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_word_is_refused_with_the_evidence_and_changes_nothing(string name)
    {
        var sut = await world.CourseOfAsync(name);

        sut.Review.IsCalledFor(sut.Called["reviewReason"]).ShouldBeTrue($"{sut.Called["reviewReason"]}, not {sut.Review.Reason}");
        foreach (var said in sut.Refused)
        {
            var words = $"{said.Word} {string.Join(", ", said.Despite)}: {said.Answer.Body}";
            said.Answer.Status.ShouldBe(HttpStatusCode.Conflict, words);
            said.Answer["code"].ShouldBe("resolution_refused", words);
            said.Answer["detail"].ShouldNotBeNull().ShouldContain(said.Word.Because, Case.Sensitive, words);
            said.Word.Evidence.Select(sut.Resolve).ShouldBeSubsetOf(said.Contradictions.Select(entry => entry.Key), words);
            ShouldBeTheSame(said.Operation.Json, sut.Called.Json);
            said.Requests.ShouldBe(sut.RequestsWhenCalled, words);
        }
        if (sut.Reused is { } reused)
        {
            reused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, reused.Body);
            reused["code"].ShouldBe("idempotency_key_reused");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_true_word_settles_it_as_2C2P_has_it(string name)
    {
        var sut = await world.CourseOfAsync(name);
        var review = sut.Review;

        if (sut.WithoutKeys is { } refused)
        {
            refused.Answer.Status.ShouldBe(HttpStatusCode.Conflict, refused.Answer.Body);
            refused.Contradictions.ShouldBe(review.Overruled.Select(key => (sut.Resolve(key), true)), ignoreOrder: true);
        }
        sut.Heard.Status.ShouldBe(review.WhileItWaits is null ? HttpStatusCode.OK : HttpStatusCode.Accepted, sut.Heard.Body);
        sut.Settled.Status.ShouldBe(HttpStatusCode.OK, sut.Settled.Body);
        sut.Settled["needsReview"].ShouldBe("false", sut.Settled.Body);
        sut.Rested["status"].ShouldBe(review.Ends, sut.Rested.Body);
        sut.Rested["needsReview"].ShouldBe("false", sut.Rested.Body);
        sut.Rested.Json["history"]!
            .AsArray()
            .Count(entry => entry!["note"]!.ToString().Contains("Mei Tan", StringComparison.Ordinal))
            .ShouldBe(1, sut.Rested.Body);
        sut.Asked.ShouldBePositive();
        sut.Requests.ShouldBe(review.Requests, sut.Rested.Body);
        sut.Reserved.ShouldBe(review.Reserved, sut.Rested.Body);
        sut.Record["status"]!.ToString().ShouldBe(review.Payment);
        sut.Record["refunds"]!
            .AsArray()
            .Where(refund => refund!["status"]!.ToString() is "RF" or "RP")
            .Sum(refund => refund!["amount"]!.GetValue<decimal>())
            .ShouldBe(review.Refunded);
    }

    private static void ShouldBeTheSame(JsonNode now, JsonNode before)
    {
        foreach (var member in new[] { "status", "needsReview", "reviewReason", "attempts", "gateway", "history" })
            (now[member]?.ToJsonString()).ShouldBe(before[member]?.ToJsonString(), member);
    }
}
