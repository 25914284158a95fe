using System.Globalization;
using System.Net;
using DevelopmentHosting.Invocations;
using DevelopmentHosting.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace DevelopmentHosting.Http;

/// <summary>
/// What happens to a request: the function is found, told of its invocation by gRPC, and given the request itself by HTTP, both at once; the worker brings them together by the
/// invocation's id.
/// </summary>
internal sealed class HttpFront(FunctionRoutes routes, FunctionInvoker invoker, IHttpForwarder forwarder, Uri worker)
    : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _client = new(
        new UntilListening(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.None,
                ActivityHeadersPropagator = null,
            }
        )
    );

    public async Task HandleAsync(HttpContext http)
    {
        if (await routes.FindAsync(http) is not ({ } function, { } values))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var trace = RequestActivity.Start(http.Request);
        // As in Azure, a caller's own header stays, and then the two never meet.
        var invocation = new Invocation(Identifiers.New(), new() { Http = new() }, RouteValues(values));
        http.Request.Headers.TryAdd(InvocationHeader, invocation.Id);

        var forwarding = forwarder.SendAsync(http, worker.AbsoluteUri, _client, Forwarding).AsTask();
        try
        {
            await invoker.InvokeAsync(function, invocation, http.RequestAborted);
            await forwarding;
        }
        catch (Exception failure) when (failure is FunctionFailedException or WorkerGoneException)
        {
            await FailAsync(http, forwarding);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>An exception that leaves a function is an empty 500, unless the function had begun its answer.</summary>
    private static async Task FailAsync(HttpContext http, Task<ForwarderError> forwarding)
    {
        await forwarding;
        if (http.Response.HasStarted)
            return;
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private static Dictionary<string, TypedData> RouteValues(RouteValueDictionary values) =>
        values
            .Where(value => value.Value is not null)
            .ToDictionary(
                value => value.Key,
                value => new TypedData { String = Convert.ToString(value.Value, CultureInfo.InvariantCulture) },
                StringComparer.Ordinal
            );
}
