using System.Net;
using Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentGateway.Http;

namespace Functions.Tests.Telemetry;

/// <summary>Nothing of a request's address, query or headers leaves the app in a log, a span or a metric, whatever an operator sets to be logged.</summary>
public sealed class RequestLeakTests
{
    private const string Secret = "Zq7Leak";

    private static readonly (string, string)[] EverythingAtInformation =
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("Logging__LogLevel__Default", "Information"),
        ("Logging__LogLevel__Microsoft", "Information"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Information"),
        ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Information"),
        ("Logging__OpenTelemetry__LogLevel__Default", "Information"),
        ("Logging__OpenTelemetry__LogLevel__Microsoft.AspNetCore.Hosting", "Information"),
        ("Logging__OpenTelemetry__IncludeScopes", "true"),
        ("Logging__Console__LogLevel__Default", "None"),
    ];

    [Fact]
    public async Task Nothing_of_a_request_is_exported_or_told_to_the_host()
    {
        await using var collector = await Collector.StartAsync();
        var host = new RecordedLogs();

        var own = await CallAsync(host, [.. EverythingAtInformation, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)]);

        var paths = collector.Posts.Select(post => post.Path).ToHashSet();
        paths.ShouldBe(["/v1/traces", "/v1/logs", "/v1/metrics"], ignoreOrder: true);
        collector.Posts.ShouldContain(post => post.Path == "/v1/logs" && post.Body.Contains("CreateRefund answered 500"));
        collector.Posts.ShouldContain(post => post.Path == "/v1/traces" && post.Body.Contains("function GetPayment"));
        host.Lines.ShouldNotBeEmpty();
        own.ShouldNotBeEmpty();
        collector.Posts.Select(post => post.Body).Concat(host.Lines).Concat(own).Where(Tells).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LogLevel.Information, false)]
    [InlineData(LogLevel.Warning, true)]
    public void Of_the_http_server_only_warnings_are_logged(LogLevel level, bool expected)
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new RecordedLogs()))
            .AddHttpServer()
            .BuildServiceProvider();

        var sut = services.GetRequiredService<ILoggerFactory>();

        sut.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(level).ShouldBe(expected);
        sut.CreateLogger("Another").IsEnabled(level).ShouldBeTrue();
    }

    private static bool Tells(string text) =>
        text.Contains(Secret, StringComparison.OrdinalIgnoreCase) || text.Contains("/api/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Requests of every outcome, in an app that then stops, which exports what is left. What it logged is returned.</summary>
    private static async Task<IReadOnlyCollection<string>> CallAsync(RecordedLogs host, (string, string)[] settings)
    {
        await using var app = await TestApp.StartExportingAsync(host, settings);
        app.Intake.Failure = new BadHttpRequestException($"{Secret} at /api/{Secret}");

        await ExpectAsync(HttpStatusCode.OK, Calls.Get($"merchants/JT01/payments?invoiceNo={Secret}-query"));
        await ExpectAsync(HttpStatusCode.BadRequest, Calls.Get($"merchants/JT01/payments?{Secret}-name=1"));
        await ExpectAsync(
            HttpStatusCode.OK,
            Calls.Get($"merchants/JT01/operations?metadata.{Secret}={Secret}-value&reference={Secret}-reference")
        );
        await ExpectAsync(
            HttpStatusCode.OK,
            Calls.Post(
                "merchants/JT01/refunds?dryRun=true",
                $$"""{"invoiceNo":"{{Secret}}","metadata":{"{{Secret}}":"{{Secret}}-value"},"reason":"{{Secret}}-reason","amount":1}"""
            )
        );
        await ExpectAsync(HttpStatusCode.NotFound, Calls.Get($"merchants/JT01/refunds/{Secret}-id"));
        await ExpectAsync(HttpStatusCode.Unauthorized, Calls.Get($"merchants/{Secret}/cards/{Secret}-card"));
        await ExpectAsync(HttpStatusCode.NotFound, Calls.Get($"{Secret}-nowhere?{Secret}=1"));
        await ExpectAsync(HttpStatusCode.MethodNotAllowed, Calls.Delete($"merchants/JT01/refunds?{Secret}=1"));
        await ExpectAsync(HttpStatusCode.RequestEntityTooLarge, Post(new string('x', 70_000)));
        await ExpectAsync(HttpStatusCode.InternalServerError, Post(Calls.RefundBody));
        return app.Logs.Lines;

        HttpRequestMessage Post(string body) => Calls.Post($"merchants/JT01/refunds", body, $"{Secret}-key");

        async Task ExpectAsync(HttpStatusCode status, HttpRequestMessage request)
        {
            using var answer = await app.Http.SendAsync(WithHeaders(request));
            answer.StatusCode.ShouldBe(status, request.RequestUri!.ToString());
        }
    }

    private static HttpRequestMessage WithHeaders(HttpRequestMessage request) =>
        request
            .With("User-Agent", $"{Secret}-agent")
            .With("Referer", $"https://shop.example/{Secret}")
            .With("Authorization", $"Bearer {Secret}")
            .With("Cookie", $"session={Secret}")
            .With("X-Forwarded-For", $"{Secret}")
            .With($"X-{Secret}", "1")
            .With("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .With("tracestate", $"shop={Secret}")
            .With("baggage", $"shop={Secret}");
}
