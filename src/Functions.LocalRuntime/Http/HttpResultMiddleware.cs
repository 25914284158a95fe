using LocalFunctions.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalFunctions.Http;

/// <summary>
/// Stands where ConfigureFunctionsWebApplication() was called: shows the HttpContext to the middleware after it, and
/// executes the invocation's result when all of that has returned.
/// </summary>
internal static class HttpResultMiddleware
{
    public const string HttpContextKey = "HttpRequestContext";

    public static FunctionExecutionDelegate Wrap(FunctionExecutionDelegate next) =>
        async context =>
        {
            var state = InvocationState.Of(context);
            if (state.Input is not HttpInput { HttpContext: var httpContext })
            {
                await next(context);
                return;
            }

            httpContext.RequestServices = context.InstanceServices;
            context.Items[HttpContextKey] = httpContext;
            await next(context);
            await ExecuteAsync(state.Result, httpContext);
        };

    /// <summary>Anything that is neither of the two result types is not written: 200 with an empty body.</summary>
    private static Task ExecuteAsync(object? result, HttpContext httpContext) =>
        result switch
        {
            IResult http => http.ExecuteAsync(httpContext),
            IActionResult action => action.ExecuteResultAsync(
                new ActionContext(httpContext, httpContext.GetRouteData(), new ActionDescriptor())
            ),
            _ => Task.CompletedTask,
        };
}
