using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sandbox.KeyVault;

/// <summary>The part of Key Vault's REST API that reads and writes secrets.</summary>
internal sealed partial class SecretEndpoints(SecretStore secrets)
{
    private const int LargestPage = 25;

    public void Map(WebApplication app)
    {
        app.MapGet("/secrets/{name}/versions", List);
        app.MapGet("/secrets/{name}/{version?}", Get);
        app.MapPut("/secrets/{name}", Put);
    }

    private IResult Get(HttpRequest request, string name, string? version)
    {
        var found = string.IsNullOrEmpty(version) ? secrets.Newest(name) : secrets.Find(name, version);
        return found switch
        {
            null => KeyVaultError.NotFound(),
            { Enabled: false } => KeyVaultError.Disabled(),
            _ => Results.Json(SecretBundle.Whole(found, Vault(request))),
        };
    }

    private IResult List(HttpRequest request, string name)
    {
        var versions = secrets.Versions(name);
        if (versions.Count == 0)
            return KeyVaultError.NotFound();

        var start = Number(request, "$skiptoken", 0);
        var size = Math.Clamp(Number(request, "maxresults", LargestPage), 1, LargestPage);
        var vault = Vault(request);
        var next = start + size;
        var nextLink =
            next < versions.Count
                ? $"{vault}{request.Path}?api-version={Uri.EscapeDataString(request.Query["api-version"]!)}&maxresults={size}&$skiptoken={next}"
                : null;
        return Results.Json(
            new SecretPage(
                [.. versions.Skip(start).Take(size).Select(version => SecretBundle.WithoutValue(version, vault))],
                nextLink
            )
        );
    }

    private IResult Put(HttpRequest request, string name, NewSecret body)
    {
        if (!SecretName().IsMatch(name))
            return KeyVaultError.BadParameter("A secret's name is 1 to 127 letters, digits and hyphens.");
        return Results.Json(SecretBundle.Whole(secrets.Add(name, body.Value), Vault(request)));
    }

    private static string Vault(HttpRequest request) => $"https://{request.Host}";

    private static int Number(HttpRequest request, string parameter, int otherwise) =>
        int.TryParse(request.Query[parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;

    [GeneratedRegex("^[0-9a-zA-Z-]{1,127}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    private sealed record NewSecret([property: JsonPropertyName("value"), JsonRequired] string Value);
}
