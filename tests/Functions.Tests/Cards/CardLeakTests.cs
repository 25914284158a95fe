using System.Net;
using Functions.Tests.Support;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace Functions.Tests.Cards;

/// <summary>A full card number is in no answer, log, kept answer or fingerprint, whatever goes wrong.</summary>
public sealed class CardLeakTests
{
    private const string Address = "merchants/JT01/cards";
    private const string Middle = "11111111";

    /// <summary>2C2P's answers, each with the number in every place that could carry it.</summary>
    public static TheoryData<string> Answers { get; } =
    ["stored", "refused", "uncertain", "unverified", "timed out", "never sent", "thrown", "outage"];

    private static CardTokenResponse Echo { get; } =
        FakeCards.Card with
        {
            RespReason = $"Card {FakeCards.Pan} is known",
            PanMasked = FakeCards.Pan,
            PanBank = $"DBS {FakeCards.Pan}",
            CardholderName = FakeCards.Pan,
            CardholderEmail = $"{FakeCards.Pan}@shop.example",
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task what_2c2p_or_the_client_says_does_not_carry_the_number_on(string ending)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Add, () => Outcome(ending));

        using var first = await sut.Http.SendAsync(Calls.Post(Address, $$"""{"pan":"{{FakeCards.Pan}}"}"""));
        using var repeat = await sut.Http.SendAsync(Calls.Post(Address, $$"""{"pan":"{{FakeCards.Pan}}"}"""));

        await ShouldNotShowItAsync(sut, first, repeat);
        sut.Cards.SentNumbers.ShouldContain(FakeCards.HashOf(FakeCards.Pan));
    }

    [Theory]
    [InlineData("""{"pan":"4111111111111111","panCountry":"xx"}""")]
    [InlineData("""{"pan":"4111111111111111","panBank":"4111111111111111"}""")]
    [InlineData("""{"pan":"4111111111111111","4111111111111111":1}""")]
    [InlineData("""{"pan":4111111111111111}""")]
    [InlineData("""{"pan":"41111111111111111"}""")]
    [InlineData("""{"pan":"4111111111111111" """)]
    [InlineData("""{"pan":["4111111111111111"]}""")]
    [InlineData("""{"storeCardUniqueID":"4111111111111111"}""")]
    public async Task a_refused_body_is_not_repeated(string body)
    {
        await using var sut = await TestApp.StartAsync();

        using var post = await sut.Http.SendAsync(Calls.Post(Address, body));
        using var patch = await sut.Http.SendAsync(Calls.Patch($"{Address}/{FakeCards.Id}", body));

        post.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        patch.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldNotShowItAsync(sut, post, patch);
    }

    [Fact]
    public async Task a_read_a_change_and_a_deletion_show_no_number_that_2c2p_sends()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(Echo));
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(FakeCards.Card));
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(Echo));
        sut.Cards.Next(CardTokenAction.Delete, new GatewayOutcome<CardTokenResponse>.Refused(Refusal("11"), FakeApis.Evidence));

        using var read = await sut.Http.SendAsync(Calls.Get($"{Address}/{FakeCards.Id}"));
        using var changed = await sut.Http.SendAsync(Calls.Patch($"{Address}/{FakeCards.Id}", """{"panBank":"UOB"}"""));
        using var deleted = await sut.Http.SendAsync(Calls.Delete($"{Address}/{FakeCards.Id}"));

        (await read.JsonAsync()).GetProperty("panMasked").GetString().ShouldBe("411111XXXXXX1111");
        (await changed.JsonAsync()).GetProperty("panMasked").GetString().ShouldBe("411111XXXXXX1111");
        deleted.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await ShouldNotShowItAsync(sut, read, changed, deleted);
    }

    private static GatewayOutcome<CardTokenResponse> Outcome(string ending) =>
        ending switch
        {
            "stored" => FakeApis.Answered(Echo),
            "refused" => new GatewayOutcome<CardTokenResponse>.Refused(Refusal("11"), FakeApis.Evidence),
            "uncertain" => new GatewayOutcome<CardTokenResponse>.Refused(Refusal("99"), FakeApis.Evidence),
            "thrown" => throw new FormatException($"The input '{FakeCards.Pan}' is wrong."),
            "outage" => throw new OperationCanceledException($"Sending {FakeCards.Pan} took too long."),
            _ => FakeCards.Ending(ending),
        };

    private static CardTokenResponse Refusal(string code) => Echo with { RespCode = new(code) };

    private static async Task ShouldNotShowItAsync(TestApp app, params IReadOnlyList<HttpResponseMessage> answers)
    {
        List<string> seen = [.. app.Logs.Lines, .. app.OnceOnly.Kept, .. app.OnceOnly.Fingerprints];
        foreach (var answer in answers)
        {
            seen.Add(answer.Headers.ToString());
            seen.Add(await answer.Content.ReadAsStringAsync());
        }

        app.Logs.Lines.ShouldNotBeEmpty();
        seen.ShouldAllBe(text => !text.Contains(FakeCards.Pan) && !text.Contains(Middle));
    }
}
