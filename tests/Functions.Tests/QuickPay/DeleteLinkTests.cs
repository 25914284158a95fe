using System.Net;
using Functions.Tests.Support;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

public sealed class DeleteLinkTests
{
    [Fact]
    public async Task a_link_is_ended()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Delete(LinkRequests.Link));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        sut.Links.Asked.ShouldBe([new DeleteLinkRequest("231095")]);
        sut.Links.TokensOfWrites.ShouldBe([CancellationToken.None]);
    }

    [Theory]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found")]
    [InlineData("998", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("001", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("999", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    public async Task a_refusal_has_its_code(string resCode, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Deleted = new GatewayOutcome<QuickPayResponse>.Refused(
            SampleLink.Refused(SampleLink.Done(), resCode, "No"),
            FakeApis.Evidence
        );

        using var response = await sut.Http.SendAsync(Calls.Delete(LinkRequests.Link));

        await response.ShouldBeProblemAsync(status, code);
    }

    [Theory]
    [InlineData(UnknownReason.ConnectionLost, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(UnknownReason.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    public async Task a_failure_has_its_code(UnknownReason? reason, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Deleted = reason is { } known
            ? new GatewayOutcome<QuickPayResponse>.Unknown(known, null, null)
            : new GatewayOutcome<QuickPayResponse>.NeverSent(NeverSentReason.NotConnected, []);

        using var response = await sut.Http.SendAsync(Calls.Delete(LinkRequests.Link));

        await response.ShouldBeProblemAsync(status, code);
    }
}
