using System.Net;
using System.Security.Cryptography.X509Certificates;
using EndToEnd.Tests.Security.Leaks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>
/// Stands between the app's process and everything that it calls. It passes requests on unchanged, records what is written to storage, and holds one request, or its answer, while the test kills the app.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Dictionary<int, Upstream> upstreams;
    private readonly HttpMessageInvoker http;
    private volatile Trail? trail;

    private CuttingProxy(IReadOnlyList<Upstream> upstreams, X509Certificate2 vaultCertificate)
    {
        this.upstreams = upstreams.ToDictionary(upstream => upstream.ProxyPort);
        http = new HttpMessageInvoker(Handler(vaultCertificate));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            foreach (var upstream in upstreams)
            {
                kestrel.Listen(
                    IPAddress.Loopback,
                    upstream.ProxyPort,
                    listen =>
                    {
                        listen.Protocols = HttpProtocols.Http1;
                        if (upstream.Address.Scheme == Uri.UriSchemeHttps)
                            listen.UseHttps(vaultCertificate);
                    }
                );
            }
        });
        server = builder.Build();
        server.Run(PassAsync);
    }

    public static async Task<CuttingProxy> StartAsync(IReadOnlyList<Upstream> upstreams, X509Certificate2 vaultCertificate)
    {
        var proxy = new CuttingProxy(upstreams, vaultCertificate);
        await proxy.server.StartAsync();
        return proxy;
    }

    /// <summary>Follows an operation from now on; null only passes on.</summary>
    public void Follow(Trail? next) => trail = next;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var request = await PassingRequest.ReadAsync(context, upstreams[context.Connection.LocalPort]);
        if (request.To.Name is Upstream.Queues or Upstream.Tables)
            Recorded.Add($"{request.Method} {request.PathAndQuery} to {request.To.Name}", request.Text);
        var followed = trail;
        var step = followed?.Note(request);
        if (followed?.IsCut(step, CutMoment.BeforeItLeft) == true)
        {
            await followed.HoldAsync();
            context.Abort();
            return;
        }

        var answer = await ForwardAsync(request);
        step = followed?.Note(request, step, answer.Text);
        if (followed?.IsCut(step, CutMoment.AfterItsAnswerWasLost) == true)
        {
            await followed.HoldAsync();
            context.Abort();
            return;
        }

        await answer.WriteAsync(context);
    }

    private async Task<PassingAnswer> ForwardAsync(PassingRequest request)
    {
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(request.To.Address, request.PathAndQuery)
        );
        if (request.Body.Length > 0 || request.Method is "POST" or "PUT")
            message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, values) in request.Headers.Where(header => !PassingHeaders.BelongsToConnection(header.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        // Not cancelled with the caller: what has left a process arrives, even if the process has died since.
        using var response = await http.SendAsync(message, CancellationToken.None);
        return await PassingAnswer.ReadAsync(response);
    }

    private static SocketsHttpHandler Handler(X509Certificate2 vaultCertificate)
    {
        var pinned = vaultCertificate.RawData;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, presented, _, _) =>
                    presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(pinned),
            },
        };
    }
}
