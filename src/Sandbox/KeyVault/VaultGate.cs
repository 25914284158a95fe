using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Sandbox.KeyVault;

/// <summary>What every call to the vault passes first: the outage switch, the token and the API version.</summary>
internal sealed class VaultGate
{
    private const string Challenge =
        "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000\", resource=\"https://vault.azure.net\"";

    private readonly ConcurrentDictionary<string, int> _paths = new(StringComparer.OrdinalIgnoreCase);
    private int _requests;

    public KeyVaultAvailability Availability { get; set; } = KeyVaultAvailability.Up;

    public int Requests => _requests;

    public int RequestsOf(string path) => _paths.GetValueOrDefault(path);

    public Func<string, string, Task>? BeforeAnswer { get; set; }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.IsHttps)
        {
            await (context.Request.Path == IdentityEndpoint.Path ? next(context) : Results.NotFound().ExecuteAsync(context));
            return;
        }

        Interlocked.Increment(ref _requests);
        _paths.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
        if (Availability == KeyVaultAvailability.Silent)
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (Refusal(context) is { } refusal)
            await refusal.ExecuteAsync(context);
        else
        {
            if (BeforeAnswer is not null)
                await BeforeAnswer(context.Request.Method, context.Request.Path);
            await next(context);
        }
    }

    private IResult? Refusal(HttpContext context)
    {
        if (Availability == KeyVaultAvailability.Down)
            return KeyVaultError.Unavailable();
        if (Availability == KeyVaultAvailability.Forbidden)
            return KeyVaultError.Forbidden();
        if (!AccessTokens.Accepts(context.Request.Headers.Authorization))
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            return KeyVaultError.Unauthorized();
        }
        return string.IsNullOrEmpty(context.Request.Query["api-version"])
            ? KeyVaultError.BadParameter("The api-version query parameter is missing.")
            : null;
    }
}
