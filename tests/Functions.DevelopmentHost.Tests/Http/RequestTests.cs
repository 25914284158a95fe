using System.Net;
using System.Net.Http.Json;
using SampleApp;
using Testing;
using Testing.Telemetry;

namespace DevelopmentHosting.Tests.Http;

public sealed class RequestTests : IAsyncLifetime
{
    private const string Sent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    // The worker makes a span for an invocation only while somebody listens.
    private readonly SpanRecorder _spans = new("Microsoft.Azure.Functions.Worker");
    private DevelopmentHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Sample.StartAsync(typeof(Requests));
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _spans.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_function_sees_the_address_that_the_caller_used()
    {
        var seen = await SeenAsync(request => request.RequestUri = new Uri(_host.Address, "api/Headers?a=b%20c"));

        seen["address"].ShouldBe(new Uri(_host.Address, "api/Headers?a=b%20c").AbsoluteUri);
    }

    [Fact]
    public async Task Repeated_headers_arrive_joined()
    {
        var seen = await SeenAsync(request => request.Headers.Add("X-Twice", ["a", "b"]));

        seen["x-twice"].ShouldBe("a, b");
    }

    [Fact]
    public async Task The_request_is_tied_to_its_invocation()
    {
        var seen = await SeenAsync(_ => { });

        Guid.TryParse(seen["invocation"], out _).ShouldBeTrue();
        seen["x-ms-invocation-id"].ShouldBe(seen["invocation"]);
    }

    [Fact]
    public async Task A_callers_trace_goes_on_in_the_function()
    {
        var seen = await SeenAsync(request => request.Headers.Add("traceparent", Sent));

        seen["trace"].ShouldStartWith("00-0af7651916cd43dd8448eb211c80319c-");
        seen["trace"].ShouldEndWith("-01");
        seen["current"].ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Theory]
    [InlineData("not-a-trace")]
    [InlineData(null)]
    public async Task Without_a_trace_one_begins(string? header)
    {
        var first = await SeenAsync(WithHeader);
        var second = await SeenAsync(WithHeader);

        first["trace"].ShouldStartWith("00-");
        first["trace"].Split('-')[1].ShouldBe(first["current"]);
        second["current"].ShouldNotBe(first["current"]);

        void WithHeader(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("traceparent", header);
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_invocation()
    {
        using var patience = new CancellationTokenSource();
        var request = _client.GetAsync("api/Waits", patience.Token);
        await _host.Notebook().Entered.Task;

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        await Eventually.IsTrueAsync(() => _host.Notebook().Seen.Contains("cancelled"));
    }

    [Fact]
    public async Task A_body_of_some_megabytes_reaches_the_function()
    {
        using var content = new ByteArrayContent(new byte[20_000_000]);

        using var response = await _client.PostAsync("api/Length", content);

        (await response.Content.ReadAsStringAsync()).ShouldBe("20000000");
    }

    [Fact]
    public async Task A_callers_own_invocation_id_ends_in_an_empty_500()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/Headers");
        request.Headers.Add("x-ms-invocation-id", "mine");

        using var response = await _client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    private async Task<Dictionary<string, string>> SeenAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/Headers");
        change(request);
        using var response = await _client.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>())!;
    }
}
