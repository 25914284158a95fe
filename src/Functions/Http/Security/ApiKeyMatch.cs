using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Security;

/// <summary>Compares a presented key with a merchant's keys, taking the same time whichever matches and where they differ.</summary>
internal static class ApiKeyMatch
{
    // Nobody can present a text with this hash; comparing with it makes a merchant without keys, or none at all, cost a comparison too.
    private static readonly ApiKey Nobody = new()
    {
        Id = "",
        Sha256 = new byte[SHA256.HashSizeInBytes],
        Scopes = new HashSet<string>(),
        ExpiresAt = DateTimeOffset.MinValue,
    };

    /// <summary>The key that was presented, if it is one of these and has not expired.</summary>
    public static ApiKey? Find(string presented, IReadOnlyList<ApiKey> keys, DateTimeOffset now)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKey? found = null;
        foreach (var key in keys.Append(Nobody))
        {
            // No early end: every key is compared.
            if (CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span) && (key.ExpiresAt is null || now < key.ExpiresAt))
                found = key;
        }

        return presented.Length == 0 ? null : found;
    }
}
