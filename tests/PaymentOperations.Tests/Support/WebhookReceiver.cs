using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentOperations.Tests.Support;

/// <summary>A merchant's receiver on a real socket, which answers as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Everything that arrived, refused or not.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>How the next ones are answered.</summary>
    public Func<ReceivedWebhook, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        receiver.Url = new Uri($"{app.Urls.Single()}/hooks?shop=1");
        return receiver;
    }

    public void AnswerWith(int status) => AnswerWith(_ => status);

    public void AnswerWith(Func<ReceivedWebhook, int> status) =>
        Answer = (webhook, http) =>
        {
            http.Response.StatusCode = status(webhook);
            return Task.CompletedTask;
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var webhook = new ReceivedWebhook(
            http.Request.Headers["webhook-id"].ToString(),
            long.Parse(http.Request.Headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture),
            http.Request.Headers["webhook-signature"].ToString(),
            await reader.ReadToEndAsync(),
            http.Request.Path
        );
        _received.Enqueue(webhook);
        await Answer(webhook, http);
    }
}
