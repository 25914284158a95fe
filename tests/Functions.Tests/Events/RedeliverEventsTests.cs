using System.Globalization;
using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;

namespace Functions.Tests.Events;

public sealed class RedeliverEventsTests
{
    private const string Path = "merchants/JT01/events/redelivery";
    private const string Id = "0198f2a0-64c2-7b51-8f0e-61a7d2c94e10";
    private const string OtherId = "0198f2a0-64c2-7b51-8f0e-61a7d2c94e11";
    private const string ById = $$"""{"ids":["{{Id}}","{{OtherId}}"]}""";

    [Fact]
    public async Task events_are_asked_for_by_id()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, ById));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var body = await response.JsonAsync();
        body.GetProperty("id").GetString().ShouldBe("0198f2b7-10aa-7c3e-8d52-90f1be6a7c11");
        body.GetProperty("acceptedAt").GetString().ShouldBe("2026-11-24T08:00:00Z");
        var asked = sut.Events.Redeliveries.ShouldHaveSingleItem();
        asked.Ids.ShouldBe([PaymentEventId.Parse(Id), PaymentEventId.Parse(OtherId)]);
        asked.From.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")]
    [InlineData("2026-10-23T00:00:00Z", "2026-11-23T00:00:00Z")]
    [InlineData("2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00.2Z")]
    public async Task events_are_asked_for_by_time(string from, string to)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, $$"""{"from":"{{from}}","to":"{{to}}","ids":null}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var asked = sut.Events.Redeliveries.ShouldHaveSingleItem();
        asked.Ids.ShouldBeEmpty();
        asked.From.ShouldBe(DateTimeOffset.Parse(from, CultureInfo.InvariantCulture));
        asked.To.ShouldBe(DateTimeOffset.Parse(to, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("{}", "ids")]
    [InlineData("""{"ids":[]}""", "ids")]
    [InlineData("""{"ids":"all"}""", "ids")]
    [InlineData("""{"ids":[1]}""", "ids[0]")]
    [InlineData($$"""{"ids":["{{Id}}","{{Sample.Id}}x"]}""", "ids[1]")]
    [InlineData($$"""{"ids":["{{Id}}"],"from":"2026-11-23T00:00:00Z"}""", "ids")]
    [InlineData("""{"from":"2026-11-23T00:00:00Z"}""", "to")]
    [InlineData("""{"to":"2026-11-23T00:00:00Z"}""", "from")]
    [InlineData("""{"from":"2026-11-23","to":"2026-11-24T00:00:00Z"}""", "from")]
    [InlineData("""{"from":"2026-11-23T00:00:00+07:00","to":"2026-11-24T00:00:00Z"}""", "from")]
    [InlineData("""{"from":1763856000,"to":"2026-11-24T00:00:00Z"}""", "from")]
    [InlineData("""{"from":"0001-01-01T00:00:00Z","to":"0001-01-02T00:00:00Z"}""", "from", "to")]
    [InlineData("""{"from":"2026-11-24T00:00:00Z","to":"2026-11-24T00:00:00Z"}""", "from")]
    [InlineData("""{"from":"2026-11-25T00:00:00Z","to":"2026-11-24T00:00:00Z"}""", "from")]
    [InlineData("""{"from":"2026-10-23T00:00:00Z","to":"2026-11-23T00:00:00.001Z"}""", "from")]
    [InlineData($$"""{"ids":["{{Id}}"],"type":"operation.failed"}""", "type")]
    public async Task a_wrong_request_is_refused_and_the_key_stays_free(string body, params string[] fields)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(fields, ignoreOrder: true);
        sut.Events.Redeliveries.ShouldBeEmpty();
        sut.OnceOnly.Fingerprints.ShouldBeEmpty();
    }

    [Fact]
    public async Task at_most_a_hundred_ids_are_taken()
    {
        await using var sut = await TestApp.StartAsync();
        static string Of(int count) => $"{{\"ids\":[{string.Join(',', Enumerable.Repeat($"\"{Id}\"", count))}]}}";

        using var most = await sut.Http.SendAsync(Calls.Post(Path, Of(100)));
        using var tooMany = await sut.Http.SendAsync(Calls.Post(Path, Of(101), "key-2"));

        most.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await tooMany.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task a_repeat_is_answered_as_before_and_asks_for_nothing()
    {
        await using var sut = await TestApp.StartAsync();

        using var first = await sut.Http.SendAsync(Calls.Post(Path, ById));
        using var second = await sut.Http.SendAsync(Calls.Post(Path, ById.Replace(",", " , ", StringComparison.Ordinal)));
        using var other = await sut.Http.SendAsync(Calls.Post(Path, $$"""{"ids":["{{Id}}"]}"""));

        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        sut.Events.Redeliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_request_without_a_key_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, ById, idempotencyKey: null));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
    }

    [Theory]
    [InlineData("events:read")]
    [InlineData("operations:read")]
    [InlineData("refunds:write")]
    public async Task a_key_without_the_scope_is_refused(string scope)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("other", scope));

        using var response = await sut.Http.SendAsync(Calls.Post(Path, ById).With("X-Api-Key", "other"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Events.Redeliveries.ShouldBeEmpty();
    }

    [Fact]
    public async Task unknown_events_are_named_and_the_key_stays_free()
    {
        await using var sut = await TestApp.StartAsync();
        var accepted = sut.Events.Result;
        sut.Events.Result = new RedeliveryResult.NotFound([PaymentEventId.Parse(OtherId)]);

        using var refused = await sut.Http.SendAsync(Calls.Post(Path, ById));
        sut.Events.Result = accepted;
        using var repeated = await sut.Http.SendAsync(Calls.Post(Path, ById));

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.NotFound, "event_not_found");
        problem.ErrorsOf().Keys.ShouldBe(["ids[1]"]);
        repeated.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task a_merchant_without_a_webhook_is_told_so()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Events.Result = new RedeliveryResult.NotConfigured();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, ById));

        await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "webhook_not_configured");
    }

    [Fact]
    public async Task when_storage_is_away_the_caller_repeats()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Events.Result = new RedeliveryResult.Unavailable();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, ById));

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }
}
