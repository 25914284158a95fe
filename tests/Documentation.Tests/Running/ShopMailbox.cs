using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Documentation.Tests.Running;

/// <summary>Takes every webhook as it comes, byte for byte, so that the samples can be given it.</summary>
public sealed class ShopMailbox : IAsyncDisposable
{
    private readonly ConcurrentQueue<WebhookMessage> messages = [];
    private readonly WebApplication app;

    private ShopMailbox(WebApplication app) => this.app = app;

    public Uri Address =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public IReadOnlyList<WebhookMessage> Messages => [.. messages];

    public static async Task<ShopMailbox> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var mailbox = new ShopMailbox(builder.Build());
        mailbox.app.Run(mailbox.TakeAsync);
        await mailbox.app.StartAsync();
        return mailbox;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        messages.Enqueue(
            new WebhookMessage(
                http.Request.Headers["webhook-id"].ToString(),
                http.Request.Headers["webhook-timestamp"].ToString(),
                http.Request.Headers["webhook-signature"].ToString(),
                body.ToArray()
            )
        );
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
