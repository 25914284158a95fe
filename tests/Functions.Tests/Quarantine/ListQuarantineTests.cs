using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Quarantine;

public sealed class ListQuarantineTests
{
    private const string Path = "merchants/JT01/quarantine";

    [Theory]
    [InlineData("", null)]
    [InlineData("?cursor=mab12", "mab12")]
    [InlineData("?cursor=u0", "u0")]
    public async Task a_query_means_what_it_says(string query, string? cursor)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"{Path}{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        sut.Quarantine.Lists.ShouldBe([("JT01", cursor)]);
    }

    [Theory]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=m", "cursor")]
    [InlineData("cursor=ab12", "cursor")]
    [InlineData("cursor=mAB", "cursor")]
    [InlineData("cursor=m%27 or 1 eq 1", "cursor")]
    [InlineData("cursor=m1&cursor=m2", "cursor")]
    [InlineData("limit=1", "query")]
    public async Task a_wrong_query_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"{Path}?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Quarantine.Lists.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_kept_is_shown_without_a_card_number_in_it()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Quarantine.Page = new(
            [
                new()
                {
                    Id = "ab12",
                    IsOwned = true,
                    IsQueueMessage = false,
                    At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
                    ClaimedOperationId = "4111111111111111",
                    Status = "RF",
                    ResponseCode = "00",
                    Amount = "000000025000",
                    ReferenceNo = "1",
                    RefundReferenceNo = "2",
                },
            ],
            "mab12"
        );

        using var response = await sut.Http.SendAsync(Calls.Get(Path));

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"items":[{"id":"ab12","kind":"gatewayMessage","at":"2026-11-23T10:00:00Z","namesMerchant":true,"queue":null,"length":null,"text":null,"claimedOperationId":"411111XXXXXX1111","status":"RF","responseCode":"00","amount":"000000025000","referenceNo":"1","refundReferenceNo":"2"}],"nextCursor":"mab12"}"""
        );
    }

    [Fact]
    public async Task a_key_without_the_scope_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("other", "operations:read"));

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("X-Api-Key", "other"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Quarantine.Lists.ShouldBeEmpty();
    }
}
