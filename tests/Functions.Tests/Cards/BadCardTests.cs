using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Cards;

public sealed class BadCardTests
{
    private const string Address = "merchants/JT01/cards";
    private const string Card = $"{Address}/{FakeCards.Id}";

    /// <summary>A wrong value of each field that a new card and a change have, with the field's name.</summary>
    public static TheoryData<string, string> BadValues { get; } =
        new()
        {
            { "panExpiry", "\"1330\"" },
            { "panExpiry", "\"0030\"" },
            { "panExpiry", "\"1026\"" },
            { "panExpiry", "\"1225 \"" },
            { "panExpiry", "\"12/30\"" },
            { "panExpiry", "1230" },
            { "panExpiry", "\"\"" },
            { "panCountry", "\"sg\"" },
            { "panCountry", "\"XX\"" },
            { "panCountry", "\"SGP\"" },
            { "panCountry", "702" },
            { "panCurrency", "\"SGD\"" },
            { "panCurrency", "\"000\"" },
            { "panCurrency", "\"70\"" },
            { "panCurrency", "702" },
            { "panBank", "\" \"" },
            { "panBank", $"\"{new string('b', 51)}\"" },
            { "panBank", "\"DBS\\nBank\"" },
            { "panBank", "\"card 4111 1111 1111 1111\"" },
            { "panBank", "[]" },
            { "cardholderName", "\"Mei Tan 2\"" },
            { "cardholderName", "\"Zoë\"" },
            { "cardholderName", "\"Mei <Tan>\"" },
            { "cardholderName", $"\"{new string('n', 51)}\"" },
            { "cardholderName", "true" },
            { "cardholderEmail", "\"mei.tan\"" },
            { "cardholderEmail", "\"mei@tan\"" },
            { "cardholderEmail", "\"a@shop.example;b@shop.example\"" },
            { "cardholderEmail", "\"Mei <mei@shop.example>\"" },
            { "cardholderEmail", $"\"{new string('m', 40)}@shop.example\"" },
            { "cardholderEmail", "\"4111111111111111@shop.example\"" },
            { "cardholderEmail", "\"\\ud800\"" },
            { "other", "\"x\"" },
            { "storeCardUniqueID", "\"1\"" },
            { "action", "\"D\"" },
        };

    [Theory]
    [InlineData("\"4111111111111112\"")]
    [InlineData("\"4111 1111 1111 1111\"")]
    [InlineData("\"4111-1111-1111-1111\"")]
    [InlineData("\"411111111111\"")]
    [InlineData("\"500000000009\"")]
    [InlineData("\"41111111111111111115\"")]
    [InlineData("\"٤١١١١١١١١١١١١١١١\"")]
    [InlineData("\"411111XXXXXX1111\"")]
    [InlineData("\"\"")]
    [InlineData("4111111111111111")]
    [InlineData("null")]
    [InlineData("{\"pan\":\"4111111111111111\"}")]
    public async Task a_number_that_is_none_is_refused(string pan)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, $$"""{"pan":{{pan}}}"""));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["pan"]);
        problem.Words().ShouldNotContain("4111");
        sut.Cards.Sent.ShouldBeEmpty();
        sut.OnceOnly.Fingerprints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task a_wrong_value_of_a_new_card_is_named(string field, string value)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(Address, $$"""{"pan":"4111111111111111","{{field}}":{{value}}}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Cards.Sent.ShouldBeEmpty();
        sut.OnceOnly.Fingerprints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    [InlineData("pan", "\"4111111111111111\"")]
    [InlineData("panBank", "null")]
    [InlineData("panExpiry", "null")]
    [InlineData("cardholderEmail", "null")]
    public async Task a_wrong_value_of_a_change_is_named_and_nothing_is_asked(string field, string value)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Card, $$"""{"{{field}}":{{value}}}"""));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1330")]
    [InlineData("12/30")]
    [InlineData("2030")]
    [InlineData("1026")]
    public async Task what_is_wrong_with_an_expiry_says_the_order_of_its_digits(string expiry)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(Address, $$"""{"pan":"4111111111111111","panExpiry":"{{expiry}}"}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf()["panExpiry"].ShouldContain(text => text.Contains("MMYY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task everything_that_is_wrong_is_named_at_once()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(Address, """{"pan":"4111","panExpiry":"9999","panCountry":"??","cardholderName":"1","x":1}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["cardholderName", "pan", "panCountry", "panExpiry", "x"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"4111111111111111\"")]
    [InlineData("{\"pan\":\"4111111111111111\"")]
    [InlineData("{\"pan\":\"4111111111111111\",}")]
    public async Task a_body_that_is_no_object_is_refused(string body)
    {
        await using var sut = await TestApp.StartAsync();

        using var post = await sut.Http.SendAsync(Calls.Post(Address, body));
        using var patch = await sut.Http.SendAsync(Calls.Patch(Card, body));

        foreach (var response in new[] { post, patch })
        {
            var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
            problem.ErrorsOf().Keys.ShouldBe(["$"]);
            problem.Words().ShouldNotContain("4111");
        }

        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_property_that_is_given_twice_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(Address, """{"pan":"4111111111111111","pan":"5555555555554444"}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["pan"]);
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task adding_a_card_needs_an_idempotency_key()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111"}""", null));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type")]
    [InlineData("application/json-patch+json", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type")]
    public async Task a_change_is_a_merge_patch(string mediaType, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Card, """{"panExpiry":"1230"}""", mediaType));

        await response.ShouldBeProblemAsync(status, code);
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_change_of_nothing_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Card, "{}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["$"]);
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("post")]
    [InlineData("patch")]
    public async Task a_body_that_is_too_large_is_refused(string verb)
    {
        await using var sut = await TestApp.StartAsync();
        var body = $$"""{"panBank":"{{new string('x', 65_536)}}"}""";

        using var response = await sut.Http.SendAsync(verb == "post" ? Calls.Post(Address, body) : Calls.Patch(Card, body));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("260121085327001000123")]
    [InlineData("26012108532700%201000")]
    [InlineData("card%2F1")]
    [InlineData("%E4%B8%80")]
    public async Task an_address_that_can_be_no_cards_is_not_asked_for(string id)
    {
        await using var sut = await TestApp.StartAsync();

        using var read = await sut.Http.SendAsync(Calls.Get($"{Address}/{id}"));
        using var changed = await sut.Http.SendAsync(Calls.Patch($"{Address}/{id}", """{"panExpiry":"1230"}"""));
        using var deleted = await sut.Http.SendAsync(Calls.Delete($"{Address}/{id}"));

        foreach (var response in new[] { read, changed, deleted })
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "card_not_found");

        sut.Cards.Sent.ShouldBeEmpty();
    }
}
