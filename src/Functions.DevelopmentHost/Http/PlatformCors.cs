using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DevelopmentHosting.Http;

/// <summary>
/// What the Azure platform does in front of an app whose <c>siteConfig.cors</c> lists origins: answers preflights itself and names the
/// allowed origin on responses.
/// </summary>
internal sealed class PlatformCors(IReadOnlyCollection<string> origins)
{
    /// <summary>True when the request was a preflight and is answered.</summary>
    public bool Answers(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var origin = request.Headers.Origin.ToString();
        if (origins.Count == 0 || origin.Length == 0)
            return false;

        var allowed = origins.Contains("*", StringComparer.Ordinal) || origins.Contains(origin, StringComparer.Ordinal);
        if (allowed)
            response.OnStarting(() => Name(response, origin));

        var method = request.Headers.AccessControlRequestMethod;
        if (!HttpMethods.IsOptions(request.Method) || StringValues.IsNullOrEmpty(method))
            return false;

        if (allowed)
        {
            response.Headers.AccessControlAllowMethods = method;
            response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    // Last of all, because a failed function's answer loses the headers it had.
    private static Task Name(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.Append("Vary", "Origin");
        return Task.CompletedTask;
    }
}
