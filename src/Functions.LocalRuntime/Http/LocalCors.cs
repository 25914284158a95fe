using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalFunctions.Http;

/// <summary>
/// What the Azure platform does in front of an app whose <c>siteConfig.cors</c> lists origins: answers preflights itself and names the
/// allowed origin on responses. Setting <c>LocalRuntime__Cors</c>, comma-separated origins; off by default.
/// </summary>
internal static class LocalCors
{
    public static void UseIfAsked(WebApplication app)
    {
        var origins = (app.Configuration["LocalRuntime:Cors"] ?? string.Empty).Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (origins.Length > 0)
            app.Use((context, next) => HandleAsync(context, next, origins));
    }

    private static Task HandleAsync(HttpContext context, RequestDelegate next, string[] origins)
    {
        var (request, response) = (context.Request, context.Response);
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return next(context);

        var allowed = origins.Contains("*", StringComparer.Ordinal) || origins.Contains(origin, StringComparer.Ordinal);
        if (allowed)
        {
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Vary = "Origin";
        }

        var verb = request.Headers.AccessControlRequestMethod;
        if (!HttpMethods.IsOptions(request.Method) || StringValues.IsNullOrEmpty(verb))
            return next(context);

        if (allowed)
        {
            response.Headers.AccessControlAllowMethods = verb;
            response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
