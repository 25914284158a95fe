using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Documentation.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Documentation.Tests.Samples;

/// <summary>Stands between a sample and the app, and does to answers what networks and 2C2P do.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = Web.Client();

    private readonly Uri target;
    private readonly Func<HttpContext, Func<Task<JsonNode>>, Task> meddle;

    private Relay(WebApplication app, Uri target, Func<HttpContext, Func<Task<JsonNode>>, Task> meddle)
    {
        this.app = app;
        this.target = target;
        this.meddle = meddle;
    }

    public Uri Address =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <param name="target">The app.</param>
    /// <param name="meddle">Gets each request and the app's answer to it, and answers.</param>
    public static async Task<Relay> StartAsync(Uri target, Func<HttpContext, Func<Task<JsonNode>>, Task> meddle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var relay = new Relay(builder.Build(), target, meddle);
        relay.app.Run(relay.MeddleAsync);
        await relay.app.StartAsync();
        return relay;
    }

    /// <summary>Answers with JSON.</summary>
    public static Task AnswerAsync(HttpContext context, JsonNode body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        return context.Response.WriteAsync(body.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private Task MeddleAsync(HttpContext context) => meddle(context, () => ForwardAsync(context));

    private async Task<JsonNode> ForwardAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(target, context.Request.Path.Value + context.Request.QueryString.Value)
        );
        if (HttpMethods.IsPost(context.Request.Method))
            request.Content = new StringContent(await body.ReadToEndAsync(), Encoding.UTF8, MediaTypeNames.Application.Json);
        foreach (var name in new[] { "X-Api-Key", "Idempotency-Key" })
        {
            if (context.Request.Headers.TryGetValue(name, out var value))
                request.Headers.Add(name, value.ToString());
        }

        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
