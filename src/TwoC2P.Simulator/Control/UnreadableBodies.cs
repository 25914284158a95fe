using System.Text.Json;

namespace TwoC2P.Simulator.Control;

/// <summary>Turns a body that cannot be read into a refusal that names the field.</summary>
internal static class UnreadableBodies
{
    public static void UseControlRefusals(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (BadHttpRequestException unreadable)
                    when (http.Request.Path.StartsWithSegments("/_control", StringComparison.OrdinalIgnoreCase))
                {
                    await ControlApi.Bad(Describe(unreadable)).ExecuteAsync(http);
                }
            }
        );

    private static string Describe(BadHttpRequestException unreadable)
    {
        if (unreadable.InnerException is not JsonException json)
            return $"body: a JSON object is needed. {unreadable.Message}";
        var field = json.Path?.TrimStart('$', '.') ?? "";
        var reason = json.Message.Split(" Path: ")[0];
        return field.Length == 0 ? $"body: {reason}" : $"{field}: {reason}";
    }
}
