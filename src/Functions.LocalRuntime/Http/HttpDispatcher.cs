using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Http;

/// <summary>
/// Tries the functions in the order of their names and runs the first whose verbs and route match; an empty 404 if there is none.
/// </summary>
internal sealed class HttpDispatcher
{
    private readonly FunctionRoute[] _routes;
    private readonly FunctionInvoker _invoker;
    private readonly ILogger<HttpDispatcher> _logger;

    public HttpDispatcher(
        FunctionCatalog catalog,
        HostJson hostJson,
        IInlineConstraintResolver constraints,
        FunctionInvoker invoker,
        ILogger<HttpDispatcher> logger
    )
    {
        _routes =
        [
            .. catalog.Of(TriggerKind.Http).Select(function => new FunctionRoute(function, hostJson.RoutePrefix, constraints)),
        ];
        _invoker = invoker;
        _logger = logger;
    }

    public async Task HandleAsync(HttpContext httpContext)
    {
        if (Array.Find(_routes, route => route.TryMatch(httpContext)) is not { Function: var function })
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await _invoker.InvokeAsync(function, new HttpInput(httpContext), httpContext.RequestAborted);
        }
        catch (Exception escaped)
        {
            HttpLog.FunctionFailed(_logger, function.Name, escaped);
            AnswerEmpty500(httpContext);
        }
    }

    /// <summary>Headers that middleware set stay; what described the lost body goes.</summary>
    private static void AnswerEmpty500(HttpContext httpContext)
    {
        if (httpContext.Response.HasStarted)
        {
            httpContext.Abort();
            return;
        }

        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        httpContext.Response.ContentLength = null;
        httpContext.Response.ContentType = null;
    }
}
