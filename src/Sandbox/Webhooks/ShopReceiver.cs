using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace Sandbox.Webhooks;

/// <summary>The receiver that a shop would run: verifies with the library, keeps what is true and refuses the rest. One address per merchant.</summary>
public sealed class ShopReceiver : IAsyncDisposable
{
    private const string SignatureHeader = "webhook-signature";
    private const int SecretBytes = 32;
    private readonly ConcurrentQueue<ToldEvent> _told = [];
    private readonly ConcurrentDictionary<string, string> _secrets = new(
        SandboxMerchant.All.Select(merchant => KeyValuePair.Create(merchant.Id, merchant.WebhookSecret)),
        StringComparer.Ordinal
    );
    private readonly WebApplication _app;

    private ShopReceiver(WebApplication app) => _app = app;

    /// <summary>Everything that arrived, verified or not.</summary>
    public IReadOnlyList<ToldEvent> Told => [.. _told];

    /// <summary>Starts the receiver on a free port of 127.0.0.1.</summary>
    public static async Task<ShopReceiver> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new ShopReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>The address for one merchant.</summary>
    public Uri UrlOf(string merchantId)
    {
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new Uri(new Uri(addresses.Addresses.Single()), merchantId);
    }

    /// <summary>The secret that the shop and the vault share; published for the sandbox's own merchants, otherwise made when it is first asked for.</summary>
    public string SecretOf(string merchantId) =>
        _secrets.GetOrAdd(merchantId, _ => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes))}");

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var merchantId = http.Request.Path.Value!.TrimStart('/');
        var isVerified = _secrets.TryGetValue(merchantId, out var secret) && IsVerified(secret, body, http.Request.Headers);
        _told.Enqueue(new ToldEvent(merchantId, http.Request.Headers["webhook-id"].ToString(), body, isVerified));
        http.Response.StatusCode = isVerified ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized;
    }

    // The library compares with the first signature only; during a rotation there are two.
    private static bool IsVerified(string secret, string body, IHeaderDictionary headers) =>
        headers[SignatureHeader].ToString().Split(' ').Any(signature => IsVerified(secret, body, headers, signature));

    private static bool IsVerified(string secret, string body, IHeaderDictionary headers, string signature)
    {
        try
        {
            var one = new HeaderDictionary
            {
                ["webhook-id"] = headers["webhook-id"],
                ["webhook-timestamp"] = headers["webhook-timestamp"],
                [SignatureHeader] = signature,
            };
            new StandardWebhook(secret).Verify(body, one);
            return true;
        }
        catch (WebhookVerificationException)
        {
            // Somebody else's, or an old one sent again.
            return false;
        }
    }
}
