using Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentGateway.Telemetry;

namespace Functions.Tests.Telemetry;

/// <summary>Telemetry goes where the settings say.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task an_otlp_collector_gets_the_traces()
    {
        await using var sut = await Collector.StartAsync();

        await CallAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", sut.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        var traces = sut.Posts.Where(post => post.Path == "/v1/traces").ToList();
        traces.ShouldNotBeEmpty();
        traces.ShouldContain(post => post.Body.Contains("function HealthLive") && post.Body.Contains("payment-gateway"));
    }

    [Fact]
    public async Task application_insights_gets_the_traces_under_the_apps_own_name()
    {
        await using var sut = await Collector.StartAsync();
        var connection =
            $"InstrumentationKey=3f2c9a52-6f0e-4a57-9d3b-2d1f6a3b7c11;IngestionEndpoint={sut.Address}/;LiveEndpoint={sut.Address}/";

        await CallAsync(("APPLICATIONINSIGHTS_CONNECTION_STRING", connection), ("WEBSITE_SITE_NAME", "payments-prod"));

        sut.Posts.ShouldContain(post =>
            post.Path == "/v2.1/track" && post.Body.Contains("function HealthLive") && post.Body.Contains("payments-prod")
        );
    }

    [Fact]
    public async Task the_samplers_of_the_host_take_no_trace_of_the_app_away()
    {
        await using var sut = await Collector.StartAsync();
        var connection =
            $"InstrumentationKey=3f2c9a52-6f0e-4a57-9d3b-2d1f6a3b7c11;IngestionEndpoint={sut.Address}/;LiveEndpoint={sut.Address}/";

        await CallAsync(
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", connection),
            ("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"),
            ("OTEL_TRACES_SAMPLER_ARG", "0")
        );

        sut.Posts.ShouldContain(post => post.Path == "/v2.1/track" && post.Body.Contains("function HealthLive"));
    }

    // Two tables of Application Insights, AppExceptions and AppTraces: a query that asks the wrong one finds nothing, ever. tests/Infra.Tests holds the queries to it.
    [Fact]
    public async Task what_is_logged_with_an_exception_stands_among_the_exceptions_and_not_among_the_traces()
    {
        await using var sut = await Collector.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
            $"InstrumentationKey=3f2c9a52-6f0e-4a57-9d3b-2d1f6a3b7c11;IngestionEndpoint={sut.Address}/;LiveEndpoint={sut.Address}/";
        builder.Services.AddTelemetry(builder.Configuration);

        using (var app = builder.Build())
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("any");
            log.Log(LogLevel.Critical, 7001, "Operation {OperationId}: alone", "of-7001");
            log.Log(LogLevel.Critical, 7002, new TimeoutException("too late"), "Operation {OperationId}: with", "of-7002");
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        var told = sut.Posts.SelectMany(post => post.Body.Split('\n')).ToList();
        var alone = told.Single(line => line.Contains("\"EventId\":\"7001\""));
        alone.ShouldContain("\"baseType\":\"MessageData\"");
        alone.ShouldContain("\"message\":\"Operation of-7001: alone\"");
        var with = told.Single(line => line.Contains("\"EventId\":\"7002\""));
        with.ShouldContain("\"baseType\":\"ExceptionData\"");
        with.ShouldContain("\"OriginalFormat\":\"Operation {OperationId}: with\"");
        with.ShouldContain("\"OperationId\":\"of-7002\"");
    }

    /// <summary>An app that has answered once, and has stopped, which sends what is left.</summary>
    private static async Task CallAsync(params (string Name, string Value)[] settings)
    {
        await using var app = await TestApp.StartAsync(settings);
        using var answer = await app.Http.GetAsync("health/live");
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }
}
