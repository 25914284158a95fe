using System.Net;
using Azure;
using Functions.Tests.Support;

namespace Functions.Tests.Problems;

public sealed class FailureTests
{
    public static TheoryData<Exception> Outages { get; } =
    [
        new RequestFailedException(503, "busy"),
        new AggregateException(
            new RequestFailedException("connection refused"),
            new RequestFailedException("connection refused")
        ),
        new OperationCanceledException(),
    ];

    [Theory]
    [MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public async Task an_outage_of_a_part_can_be_repeated(Exception outage)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Failure = outage;

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        problem.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_bug_is_a_problem_whose_text_is_nowhere()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Failure = new FormatException("The input '4111111111111111' is wrong.");

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal_error");
        problem.Words().ShouldNotContain("4111");
        sut.Logs.Lines.ShouldNotContain(line => line.Contains("41111"));
        sut.Logs.Lines.ShouldContain(line => line.Contains("CreateRefund") && line.Contains(nameof(FormatException)));
    }

    [Theory]
    [InlineData("order-1.A_b", true)]
    [InlineData("1764450000004111", true)]
    [InlineData("4111111111111111", false)]
    [InlineData("order-4111-1111_1111.1111", false)]
    [InlineData("has space", false)]
    [InlineData("semi;colon", false)]
    [InlineData("", false)]
    public async Task the_callers_request_id_is_kept_if_it_is_well_formed(string sent, bool isKept)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get("health/live").With("X-Request-Id", sent));

        var id = response.Headers.GetValues("X-Request-Id").Single();
        id.ShouldMatch("^[A-Za-z0-9._-]{1,64}$");
        (id == sent).ShouldBe(isKept);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task a_request_id_has_at_most_64_characters(int length, bool isKept)
    {
        await using var sut = await TestApp.StartAsync();
        var sent = new string('r', length);

        using var response = await sut.Http.SendAsync(Calls.Get("nowhere").With("X-Request-Id", sent));

        (response.Headers.GetValues("X-Request-Id").Single() == sent).ShouldBe(isKept);
        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "route_not_found");
    }

    [Theory]
    [InlineData("Public__BaseUrl", "https://pay.example.com", "https://pay.example.com/api/docs#code-route_not_found")]
    [InlineData("Public__BaseUrl", "https://example.com/pay/", "https://example.com/pay/api/docs#code-route_not_found")]
    [InlineData("Public__DocsUrl", "https://docs.example/pay", "https://docs.example/pay#code-route_not_found")]
    [InlineData("Public__DocsUrl", "/static/docs", "/static/docs#code-route_not_found")]
    [InlineData("Public__DocsUrl", "", "http://127.0.0.1:7071/api/docs#code-route_not_found")]
    public async Task types_point_to_where_the_api_reference_is(string setting, string value, string type)
    {
        await using var sut = await TestApp.StartAsync((setting, value));

        using var response = await sut.Http.SendAsync(Calls.Get("nowhere"));

        (await response.JsonAsync()).GetProperty("type").GetString().ShouldBe(type);
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("ftp://docs.example")]
    [InlineData("https://docs.example/#top")]
    [InlineData("/docs#top")]
    public async Task a_docs_address_that_cannot_be_used_stops_the_start(string docsUrl)
    {
        var exception = await Should.ThrowAsync<Exception>(() => TestApp.StartAsync(("Public__DocsUrl", docsUrl)));

        exception.Message.ShouldContain("Public__DocsUrl");
    }
}
