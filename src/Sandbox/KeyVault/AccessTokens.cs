using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sandbox.KeyVault;

/// <summary>
/// Makes and checks access tokens: an expiry time and its HMAC. Azure.Identity keeps one managed-identity token per
/// process, whatever the endpoint, so the emulators of one process must take one another's tokens; it reads the real clock.
/// </summary>
internal static class AccessTokens
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static (string Token, DateTimeOffset ExpiresOn) Issue()
    {
        var expiresOn = TimeProvider.System.GetUtcNow() + Lifetime;
        return (Format(expiresOn.ToUnixTimeSeconds()), expiresOn);
    }

    public static bool Accepts(string? authorization) =>
        authorization is not null
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && ExpiryOf(authorization[Scheme.Length..]) is { } expiry
        && expiry > TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private static long? ExpiryOf(string token) =>
        long.TryParse(token.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Format(expiry)))
            ? expiry
            : null;

    private static string Format(long expiry)
    {
        var text = expiry.ToString(CultureInfo.InvariantCulture);
        return $"{text}.{Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)))}";
    }
}
