using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Testing;

namespace ClientAndSimulator.Tests.Running;

/// <summary>A notifyURL that keeps the bodies as they come.</summary>
internal sealed class ReceivedCallbacks : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> bodies = new();
    private readonly WebApplication app;

    private ReceivedCallbacks()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/notify", KeepAsync);
    }

    public Uri Url => new(new Uri(app.Urls.First()), "notify");

    public static async Task<ReceivedCallbacks> StartAsync()
    {
        var receiver = new ReceivedCallbacks();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>All bodies, once so many have come.</summary>
    public async Task<IReadOnlyList<string>> WaitForAsync(int count)
    {
        await Eventually.IsTrueAsync(() => Task.FromResult(bodies.Count >= count));
        return [.. bodies];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> KeepAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        bodies.Enqueue(await reader.ReadToEndAsync());
        return Results.Ok();
    }
}
