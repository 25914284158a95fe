using System.Net;
using Functions.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;
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
