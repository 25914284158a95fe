using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

public sealed class ReadLinkTests
{
    [Fact]
    public async Task a_link_is_shown_as_2c2p_has_it()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.ShownWithPlan()));

        using var response = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await response.JsonAsync();
        body.GetProperty("amount").GetRawText().ShouldBe("100.00");
        body.GetProperty("expiry").GetString().ShouldBe("2026-12-31T16:59:59Z");
        body.GetProperty("userData").GetRawText().ShouldBe("""["order 1",null,null,null,null]""");
        body.GetProperty("maxTransaction").GetInt32().ShouldBe(10);
        body.GetProperty("clickCount").GetInt32().ShouldBe(3);
        body.GetProperty("request3DS").GetString().ShouldBe("N");
        body.GetProperty("recurring")
            .GetRawText()
            .ShouldBe(
                """{"recurringAmount":25.00,"allowAccumulate":false,"maxAccumulateAmount":null,"recurringInterval":30,"recurringCount":12,"chargeNextDate":"2027-01-15","chargeOnDate":null}"""
            );
        body.GetProperty("gateway").GetProperty("respDesc").GetString().ShouldBe("Success");
    }

    [Fact]
    public async Task a_value_that_is_not_understood_is_null()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            FakeApis.Answered(
                SampleLink.Shown() with
                {
                    Amount = new("1,000", null),
                    Expiry = new("31-12-2026", null),
                    AllowMultiplePayment = new("X", null),
                }
            )
        );

        using var response = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link));

        var body = await response.JsonAsync();
        body.GetProperty("amount").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("expiry").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("allowMultiplePayment").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found")]
    [InlineData("999", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    [InlineData("997", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("015", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("998", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    public async Task a_refused_read_has_its_code(string resCode, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            new GatewayOutcome<QueryLinkResponse>.Refused(
                SampleLink.Refused(SampleLink.Shown(), resCode, "No"),
                FakeApis.Evidence
            )
        );

        using var response = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link));

        var problem = await response.ShouldBeProblemAsync(status, code);
        problem.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe(resCode);
    }

    [Theory]
    [InlineData(UnknownReason.Unverified, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(UnknownReason.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    public async Task a_failed_read_has_its_code(UnknownReason? reason, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(
            reason is { } known
                ? new GatewayOutcome<QueryLinkResponse>.Unknown(known, null, null)
                : new GatewayOutcome<QueryLinkResponse>.NeverSent(NeverSentReason.NotConnected, [])
        );

        using var response = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link));

        (await response.ShouldBeProblemAsync(status, code)).GetProperty("retryable").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task a_query_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link + "?qpID=1"));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        sut.Links.Asked.ShouldBeEmpty();
    }
}
