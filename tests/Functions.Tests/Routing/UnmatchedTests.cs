using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Routing;

public sealed class UnmatchedTests
{
    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("GET", "")]
    [InlineData("POST", "merchants/JT01")]
    [InlineData("DELETE", "merchants/JT01/refunds/1/2")]
    [InlineData("OPTIONS", "nowhere")]
    [InlineData("GET", "merchants/JT01/refunds/a%2Fb/c")]
    [InlineData("GET", "merchants/JT01//operations")]
    [InlineData("POST", "merchants//refunds")]
    public async Task an_address_that_is_none_is_not_found(string method, string path)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(new(new HttpMethod(method), path));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "route_not_found");
    }

    [Theory]
    [InlineData("DELETE", "merchants/JT01/refunds", "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT", "merchants/JT01/refunds/1", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "merchants/JT01/payments", "GET, HEAD, OPTIONS")]
    [InlineData("GET", "merchants/JT01/quickpay/links", "POST, OPTIONS")]
    [InlineData("GET", "notifications/JT01/1", "POST, OPTIONS")]
    [InlineData("TRACE", "health/ready", "GET, HEAD, OPTIONS")]
    [InlineData("PATCH", "HEALTH/live", "GET, HEAD, OPTIONS")]
    [InlineData("PATCH", "health/live/", "GET, HEAD, OPTIONS")]
    public async Task another_method_of_an_address_is_named(string method, string path, string allow)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(new(new HttpMethod(method), path));

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        string.Join(", ", response.Content.Headers.Allow).ShouldBe(allow);
    }

    [Fact]
    public async Task options_name_the_methods_and_say_nothing_else()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(new(HttpMethod.Options, "merchants/JT01/refunds"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        string.Join(", ", response.Content.Headers.Allow).ShouldBe("GET, HEAD, POST, OPTIONS");
        response.Headers.Contains("X-Request-Id").ShouldBeTrue();
    }

    [Theory]
    [InlineData("health/live", HttpStatusCode.OK)]
    [InlineData("merchants/JT01/operations", HttpStatusCode.OK)]
    [InlineData("merchants/JT01/quickpay/links", HttpStatusCode.MethodNotAllowed)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    public async Task head_answers_like_get_without_a_body(string path, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, path).With("X-Api-Key", FakeMerchants.Key)
        );

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }
}
