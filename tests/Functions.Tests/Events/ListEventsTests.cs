using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;

namespace Functions.Tests.Events;

public sealed class ListEventsTests
{
    private const string Path = "merchants/JT01/events";
    private const string Id = "0198f2a0-64c2-7b51-8f0e-61a7d2c94e10";

    [Theory]
    [InlineData("", null, 100)]
    [InlineData($"?after={Id}", Id, 100)]
    [InlineData("?limit=1", null, 1)]
    [InlineData($"?limit=100&after={Id}", Id, 100)]
    public async Task a_query_means_what_it_says(string query, string? after, int limit)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"{Path}{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        sut.Events.Lists.ShouldBe([("JT01", after is null ? null : PaymentEventId.Parse(after), limit)]);
    }

    [Theory]
    [InlineData("after=", "after")]
    [InlineData("after=1", "after")]
    [InlineData("after=0198F2A0-64C2-7B51-8F0E-61A7D2C94E10", "after")]
    [InlineData("after=d3b07384-d113-4ec6-a6d4-0b0f2a2c1a11", "after")]
    [InlineData($"after={Id}&after={Id}", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1e1", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("cursor=abc", "query")]
    [InlineData("After=x", "query")]
    public async Task a_wrong_query_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"{Path}?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Events.Lists.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_event_shows_what_happened_and_the_operation_as_it_was()
    {
        await using var sut = await TestApp.StartAsync();
        var told = SampleEvent.Succeeded;
        sut.Events.Page = new([told], told.Id, HasMore: true);

        using var response = await sut.Http.SendAsync(Calls.Get(Path));

        var body = await response.JsonAsync();
        body.GetProperty("nextCursor").GetString().ShouldBe(told.Id.ToString());
        body.GetProperty("hasMore").GetBoolean().ShouldBeTrue();
        var item = body.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("id").GetString().ShouldBe(told.Id.ToString());
        item.GetProperty("type").GetString().ShouldBe("operation.succeeded");
        item.GetProperty("timestamp").GetString().ShouldBe("2026-11-23T10:00:02Z");
        item.GetProperty("order").GetInt32().ShouldBe(2);
        item.GetProperty("data").GetProperty("id").GetString().ShouldBe(Sample.Id);
        item.GetProperty("data").GetProperty("amount").GetRawText().ShouldBe("250.00");
        item.GetProperty("data").TryGetProperty("history", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task a_key_without_the_scope_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("other", "operations:read", "events:write"));

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("X-Api-Key", "other"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Events.Lists.ShouldBeEmpty();
    }

    [Fact]
    public async Task another_merchants_key_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("X-Api-Key", FakeMerchants.OtherMerchantsKey));

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }
}
