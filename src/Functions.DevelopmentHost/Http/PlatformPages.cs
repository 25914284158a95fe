using DevelopmentHosting.Settings;
using Microsoft.AspNetCore.Http;

namespace DevelopmentHosting.Http;

/// <summary>The addresses that the host keeps for itself, so that nobody counts on them for an app.</summary>
internal static class PlatformPages
{
    private static readonly string[] Guarded = ["/admin", "/runtime/webhooks"];

    /// <summary>True when the request was for the host and is answered.</summary>
    public static async Task<bool> AnswersAsync(HttpContext http, HostSettings settings)
    {
        if (http.Request.Path.Value is "" or "/")
        {
            if (bool.TryParse(settings["AzureWebJobsDisableHomepage"], out var disabled) && disabled)
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            else
                await http.Response.WriteAsync("Your Functions app is up and running.", http.RequestAborted);
            return true;
        }

        if (!Guarded.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return false;

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return true;
    }
}
