using Microsoft.AspNetCore.Http;

namespace Sandbox.KeyVault;

/// <summary>Key Vault's error body: <c>{"error":{"code","message"}}</c>.</summary>
internal static class KeyVaultError
{
    public static IResult NotFound() =>
        Error(StatusCodes.Status404NotFound, "SecretNotFound", "The secret was not found in this key vault.");

    public static IResult Disabled() =>
        Error(StatusCodes.Status403Forbidden, "Forbidden", "Operation get is not allowed on a disabled secret.");

    public static IResult Forbidden() =>
        Error(StatusCodes.Status403Forbidden, "Forbidden", "Caller is not authorized to perform action on resource.");

    public static IResult BadParameter(string message) => Error(StatusCodes.Status400BadRequest, "BadParameter", message);

    public static IResult Unauthorized() =>
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");

    public static IResult Unavailable() =>
        Error(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The vault is switched off.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
