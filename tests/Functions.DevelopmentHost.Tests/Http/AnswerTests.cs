using System.Net;
using SampleApp;

namespace DevelopmentHosting.Tests.Http;

public sealed class AnswerTests : IAsyncLifetime
{
    private DevelopmentHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Sample.StartAsync(typeof(Answers));
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("Minimal")]
    [InlineData("Action")]
    public async Task An_http_result_is_written(string function) =>
        (await _client.GetStringAsync($"api/{function}")).ShouldBe("written");

    [Theory]
    [InlineData("Text")]
    [InlineData("Nothing")]
    public async Task Any_other_result_is_an_empty_200(string function)
    {
        using var response = await _client.GetAsync($"api/{function}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_that_throws_is_an_empty_500_every_time()
    {
        for (var time = 0; time < 50; time++)
        {
            using var response = await _client.GetAsync("api/Throws");

            response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_answer_that_has_begun_when_its_function_throws_keeps_its_status()
    {
        using var response = await _client.GetAsync("api/ThrowsLate", HttpCompletionOption.ResponseHeadersRead);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
