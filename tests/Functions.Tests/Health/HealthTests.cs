using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task a_live_app_asks_nobody()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.GetAsync("health/live");

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"status":"live","parts":[]}""");
        sut.Readiness.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task a_ready_app_names_its_parts()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.GetAsync("health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"status":"ready","parts":[{"name":"tables","ready":true},{"name":"queues","ready":true},{"name":"key vault","ready":true}]}"""
        );
    }

    [Fact]
    public async Task an_app_with_a_part_that_does_not_answer_is_not_ready()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Readiness.Parts = [new("tables", true), new("queues", false)];

        using var response = await sut.Http.GetAsync("health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"status":"notReady","parts":[{"name":"tables","ready":true},{"name":"queues","ready":false}]}"""
        );
    }

    [Fact]
    public async Task a_ready_app_says_what_is_wrong_all_the_same()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Readiness.Parts = [new("tables", true), new("key vault", true, "Older values are in use.")];

        using var response = await sut.Http.GetAsync("health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"status":"ready","parts":[{"name":"tables","ready":true},{"name":"key vault","ready":true,"warning":"Older values are in use."}]}"""
        );
    }
}
