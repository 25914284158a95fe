using System.Net;
using Functions.Tests.Support;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

public sealed class UpdateLinkFailureTests
{
    private const string Patch = """{"amount":90}""";

    [Theory]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found")]
    [InlineData("999", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    public async Task a_link_that_cannot_be_read_is_not_changed(string resCode, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            new GatewayOutcome<QueryLinkResponse>.Refused(
                SampleLink.Refused(SampleLink.Shown(), resCode, "No"),
                FakeApis.Evidence
            )
        );

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));

        await response.ShouldBeProblemAsync(status, code);
        sut.Links.TokensOfWrites.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(UnknownReason.Unverified, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(UnknownReason.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task nothing_unverified_is_sent_back(UnknownReason reason, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(new GatewayOutcome<QueryLinkResponse>.Unknown(reason, null, SampleLink.Shown()));

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));

        await response.ShouldBeProblemAsync(status, code);
        sut.Links.TokensOfWrites.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_not_understood_is_never_sent_back_as_something_else()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            FakeApis.Answered(
                SampleLink.ShownWithPlan() with
                {
                    Expiry = new("31-12-2026", null),
                    RecurringCount = new("many", null),
                }
            )
        );

        using var refused = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));
        using var half = await sut.Http.SendAsync(
            Calls.Patch(LinkRequests.Link, """{"expiry":"2027-01-01T00:00:00Z","recurring":{"recurringAmount":1}}""")
        );
        var sentBefore = sut.Links.TokensOfWrites.Count;
        using var whole = await sut.Http.SendAsync(
            Calls.Patch(LinkRequests.Link, """{"expiry":"2027-01-01T00:00:00Z","recurring":{"recurringCount":3}}""")
        );

        (await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable"))
            .ErrorsOf()
            .Keys.ShouldBe(["expiry", "recurring.recurringCount"]);
        (await half.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable"))
            .ErrorsOf()
            .Keys.ShouldBe(["recurring.recurringCount"]);
        sentBefore.ShouldBe(0);
        whole.StatusCode.ShouldBe(HttpStatusCode.OK, await whole.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task a_link_that_has_ended_needs_a_new_end_in_the_same_patch()
    {
        await using var sut = await TestApp.StartAsync();
        var past = sut.Time.GetUtcNow().AddDays(-1);
        sut.Links.Shows(FakeApis.Answered(SampleLink.Shown() with { Expiry = new("2026-11-22 10:00:00", past) }));

        using var refused = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));
        using var changed = await sut.Http.SendAsync(
            Calls.Patch(LinkRequests.Link, """{"amount":90,"expiry":"2026-11-24T10:00:00Z"}""")
        );

        (await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "stored_value_unusable"))
            .ErrorsOf()
            .Keys.ShouldBe(["expiry"]);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found")]
    [InlineData("014", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("997", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("999", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    public async Task a_refused_change_has_its_code(string resCode, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Updated = new GatewayOutcome<QuickPayResponse>.Refused(
            SampleLink.Refused(SampleLink.Done(), resCode, "No"),
            FakeApis.Evidence
        );

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));

        var problem = await response.ShouldBeProblemAsync(status, code);
        problem.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe(resCode);
    }

    [Theory]
    [InlineData(UnknownReason.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(UnknownReason.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    public async Task a_failed_change_has_its_code(UnknownReason? reason, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Updated = reason is { } known
            ? new GatewayOutcome<QuickPayResponse>.Unknown(known, null, null)
            : new GatewayOutcome<QuickPayResponse>.NeverSent(NeverSentReason.NotConnected, []);

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));

        await response.ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task a_change_that_was_made_says_so_even_if_the_link_cannot_be_shown_afterwards()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            FakeApis.Answered(SampleLink.Shown()),
            new GatewayOutcome<QueryLinkResponse>.Unknown(UnknownReason.TimedOut, null, null)
        );

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, Patch));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "gateway_unavailable");
        problem.GetProperty("detail").GetString()!.ShouldStartWith("2C2P made the change");
        problem.GetProperty("retryable").GetBoolean().ShouldBeTrue();
    }
}
