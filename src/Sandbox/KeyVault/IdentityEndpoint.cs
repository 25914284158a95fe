using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sandbox.KeyVault;

/// <summary>App Service's managed-identity endpoint, protocol 2019-08-01: how DefaultAzureCredential gets its token.</summary>
internal static class IdentityEndpoint
{
    public const string Path = "/msi/token";
    private const string Resource = "https://vault.azure.net";

    public static void Map(WebApplication app, string identityHeader) =>
        app.MapGet(Path, (HttpRequest request) => Answer(request, identityHeader));

    private static IResult Answer(HttpRequest request, string identityHeader)
    {
        if (request.IsHttps)
            return Results.NotFound();
        if (!string.Equals(request.Headers["X-IDENTITY-HEADER"], identityHeader, StringComparison.Ordinal))
            return Results.Unauthorized();
        if (request.Query["api-version"] != "2019-08-01" || request.Query["resource"] != Resource)
            return Results.BadRequest();

        var (token, expiresOn) = AccessTokens.Issue();
        return Results.Json(
            new Token(token, expiresOn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Resource, "Bearer")
        );
    }

    private sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_on")] string ExpiresOn,
        [property: JsonPropertyName("resource")] string Resource,
        [property: JsonPropertyName("token_type")] string TokenType
    );
}
