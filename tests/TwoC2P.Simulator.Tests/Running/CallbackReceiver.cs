using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A merchant's notifyURL: keeps raw bodies and answers with the statuses it was told, then 200.</summary>
public sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _bodies = new();
    private readonly ConcurrentQueue<int> _statuses;

    private CallbackReceiver(int[] statuses)
    {
        _statuses = new ConcurrentQueue<int>(statuses);
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/notify", ReceiveAsync);
    }

    public string Url => $"{_app.Urls.First()}/notify?merchant=JT01&x=1";

    public IReadOnlyList<string> Bodies => [.. _bodies];

    public static async Task<CallbackReceiver> StartAsync(params int[] statuses)
    {
        var receiver = new CallbackReceiver(statuses);
        await receiver._app.StartAsync();
        return receiver;
    }

    public Task<IReadOnlyList<string>> WaitForAsync(int count) =>
        Eventually.GetAsync(() => Task.FromResult(Bodies), bodies => bodies.Count >= count);

    /// <summary>Reads a callback as a careful receiver does: decode the form, put back the plus signs.</summary>
    public static Answer Read(string body)
    {
        body.ShouldStartWith("notifyResponse=");
        return Answer.Open(Uri.UnescapeDataString(body["notifyResponse=".Length..]).Replace(' ', '+'));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        _bodies.Enqueue(await reader.ReadToEndAsync());
        return Results.StatusCode(_statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK);
    }
}
