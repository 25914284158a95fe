using System.Net;
using System.Net.Http.Json;
using System.Text;
using LocalFunctions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Functions.LocalRuntime.Tests.Http;

public sealed class BindingTests : IAsyncLifetime
{
    private readonly Marks _marks = new();
    private LocalHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestApp.StartAsync(
            [typeof(Bound)],
            builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddSingleton(_marks).AddScoped<Scoped>();
            }
        );
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task route_values_bind_by_name_and_type()
    {
        var text = await _client.GetStringAsync("api/typed/abc/7/0198b4f0-0000-7000-8000-000000000001?extra=q");

        text.ShouldBe("abc 7 0198b4f0-0000-7000-8000-000000000001 q");
    }

    [Fact]
    public async Task binding_data_has_query_and_route_values_and_their_collections()
    {
        var keys = await _client.GetFromJsonAsync<string[]>("api/keys/1?a=x");

        keys.ShouldBe(["a", "Headers", "id", "Query"]);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("nothing")]
    [InlineData("task")]
    [InlineData("void")]
    public async Task a_result_that_is_not_an_http_result_answers_200_with_an_empty_body(string kind)
    {
        using var response = await _client.GetAsync($"api/results/{kind}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("value-task")]
    [InlineData("action")]
    [InlineData("static")]
    public async Task every_way_to_return_an_http_result_is_written(string kind)
    {
        var body = await _client.GetStringAsync($"api/results/{kind}");

        body.ShouldBe($"{kind} result");
    }

    [Fact]
    public async Task each_invocation_has_a_scope_and_disposes_it()
    {
        await _client.GetStringAsync("api/scope");
        await _client.GetStringAsync("api/scope");

        _marks.Disposed.ShouldBe(2);
    }

    [Fact]
    public async Task the_context_describes_the_function()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/context");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await _client.SendAsync(request);

        var context = await response.Content.ReadFromJsonAsync<ContextAnswer>();
        context.ShouldNotBeNull();
        context.Name.ShouldBe("Context");
        context.EntryPoint.ShouldEndWith("Bound.Context");
        context.Trigger.ShouldBe("httpTrigger");
        context.HasRetryContext.ShouldBeFalse();
        context.TraceParent.ShouldStartWith("00-0af7651916cd43dd8448eb211c80319c-");
        Guid.TryParse(context.InvocationId, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task a_caller_who_leaves_cancels_the_invocation()
    {
        using var patience = new CancellationTokenSource();
        var request = _client.GetAsync("api/waits", patience.Token);
        await _marks.Waiting.Task;

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        (await _marks.Cancelled.Task).ShouldBeTrue();
    }

    [Fact]
    public async Task a_body_above_64_KiB_reaches_the_function()
    {
        using var content = new StringContent(new string('x', 5_000_000), Encoding.UTF8);

        using var response = await _client.PostAsync("api/length", content);

        (await response.Content.ReadAsStringAsync()).ShouldBe("5000000");
    }

    internal sealed record ContextAnswer(
        string Name,
        string EntryPoint,
        string Trigger,
        bool HasRetryContext,
        string TraceParent,
        string InvocationId
    );

    internal sealed class Marks
    {
        public TaskCompletionSource Waiting { get; } = new();

        public TaskCompletionSource<bool> Cancelled { get; } = new();

        public int Disposed { get; set; }
    }

    internal sealed class Scoped(Marks marks) : IDisposable
    {
        public void Dispose() => marks.Disposed++;
    }

    internal sealed class Bound(Marks marks, IServiceProvider services)
    {
        [Function("Typed")]
        public IResult Typed(
            [HttpTrigger("get", Route = "typed/{a}/{n:int}/{id}")] HttpRequest request,
            string a,
            int n,
            Guid id,
            string extra
        ) => Results.Text($"{a} {n} {id} {extra}");

        [Function("Keys")]
        public IResult Keys([HttpTrigger("get", Route = "keys/{id}")] HttpRequest request, FunctionContext context) =>
            Results.Json(context.BindingContext.BindingData.Keys.Order(StringComparer.OrdinalIgnoreCase));

        [Function("String")]
        public string String([HttpTrigger("get", Route = "results/string")] HttpRequest request) => "not written";

        [Function("Nothing")]
        public Task<IResult?> Nothing([HttpTrigger("get", Route = "results/nothing")] HttpRequest request) =>
            Task.FromResult<IResult?>(null);

        [Function("Task")]
        public async Task OnlyTask([HttpTrigger("get", Route = "results/task")] HttpRequest request) => await Task.Yield();

        [Function("Void")]
        public void Void([HttpTrigger("get", Route = "results/void")] HttpRequest request) { }

        [Function("Sync")]
        public IResult Sync([HttpTrigger("get", Route = "results/sync")] HttpRequest request) => Results.Text("sync result");

        [Function("ValueTask")]
        public async ValueTask<IResult> Later([HttpTrigger("get", Route = "results/value-task")] HttpRequest request)
        {
            await Task.Yield();
            return Results.Text("value-task result");
        }

        [Function("Action")]
        public async Task<IActionResult> Action([HttpTrigger("get", Route = "results/action")] HttpRequest request)
        {
            await Task.Yield();
            return new OkObjectResult("action result");
        }

        [Function("Static")]
        public static Task<IResult> Static([HttpTrigger("get", Route = "results/static")] HttpRequest request) =>
            Task.FromResult(Results.Text("static result"));

        [Function("Scope")]
        public IResult Scope([HttpTrigger("get", Route = "scope")] HttpRequest request, FunctionContext context)
        {
            var scoped = services.GetRequiredService<Scoped>();
            scoped.ShouldBeSameAs(context.InstanceServices.GetRequiredService<Scoped>());
            scoped.ShouldBeSameAs(request.HttpContext.RequestServices.GetRequiredService<Scoped>());
            return Results.Ok();
        }

        [Function("Context")]
        public IResult Context([HttpTrigger("get", Route = "context")] HttpRequest request, FunctionContext context) =>
            Results.Json(
                new ContextAnswer(
                    context.FunctionDefinition.Name,
                    context.FunctionDefinition.EntryPoint,
                    context.FunctionDefinition.InputBindings["request"].Type,
                    context.RetryContext is not null,
                    context.TraceContext.TraceParent,
                    context.InvocationId
                )
            );

        [Function("Waits")]
        public async Task<IResult> Waits(
            [HttpTrigger("get", Route = "waits")] HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            marks.Waiting.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            marks.Cancelled.SetResult(cancellationToken.IsCancellationRequested);
            return Results.Ok();
        }

        [Function("Length")]
        public async Task<IResult> Length([HttpTrigger("post", Route = "length")] HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text($"{(await reader.ReadToEndAsync()).Length}");
        }
    }
}
