using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Functions.LocalRuntime.Tests.Invocations;

/// <summary>Each invocation has a span as the worker makes it, in the trace that came with the trigger.</summary>
public sealed class InvocationTraceTests
{
    private const string Sent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_caller_with_a_trace_finds_the_invocation_in_it(bool isWatched)
    {
        await using var app = await StartAsync(isWatched);

        var seen = await GetAsync(app, Sent);

        seen.ShouldStartWith("Invoke 00-0af7651916cd43dd8448eb211c80319c-");
        seen.ShouldEndWith(" b7ad6b7169203331");
    }

    [Theory]
    [InlineData("not-a-trace")]
    [InlineData(null)]
    public async Task without_a_trace_one_begins(string? header)
    {
        await using var app = await StartAsync(isWatched: true);

        var first = await GetAsync(app, header);
        var second = await GetAsync(app, header);

        first.ShouldStartWith("Invoke 00-");
        first.ShouldEndWith(" 0000000000000000");
        second.Split('-')[1].ShouldNotBe(first.Split('-')[1]);
    }

    private static Task<LocalFunctions.LocalHost> StartAsync(bool isWatched) =>
        TestApp.StartAsync(
            [typeof(Traced)],
            builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                if (isWatched)
                    builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
            }
        );

    private static async Task<string> GetAsync(LocalFunctions.LocalHost app, string? traceParent)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/trace");
        if (traceParent is not null)
            request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    internal sealed class Traced
    {
        [Function("Trace")]
        public IActionResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "trace")] HttpRequest request,
            FunctionContext context
        )
        {
            var current = Activity.Current!;
            return new ContentResult
            {
                Content = $"{current.OperationName} {context.TraceContext.TraceParent} {current.ParentSpanId.ToHexString()}",
            };
        }
    }
}
