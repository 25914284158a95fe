using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Functions.Tests.Telemetry;

/// <summary>Takes whatever an exporter posts.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    /// <summary>Address without a slash at its end.</summary>
    public string Address =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Path and body of each request, the body as far as it is text.</summary>
    public ConcurrentQueue<(string Path, string Body)> Posts { get; } = new();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector.app.Urls.Add("http://127.0.0.1:0");
        collector.app.Run(collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await using var content =
            http.Request.Headers.ContentEncoding == "gzip"
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
                : http.Request.Body;
        await content.CopyToAsync(body);
        var text = Encoding.UTF8.GetString(body.ToArray());
        Posts.Enqueue((http.Request.Path, text));
        if (http.Request.Path == "/v2.1/track")
        {
            var count = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            await http.Response.WriteAsync($$"""{"itemsReceived":{{count}},"itemsAccepted":{{count}},"errors":[]}""");
        }
    }
}
