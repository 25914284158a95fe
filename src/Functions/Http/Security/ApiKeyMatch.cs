using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Security;

/// <summary>
/// Compares a presented key with a merchant's keys, taking the same time whichever matches and where they differ. Whether there is no such merchant, none of its keys, or one that is another takes the same time too.
/// </summary>
internal static class ApiKeyMatch
{
    /// <summary>The keys to compare with where there is no merchant: nobody can present a text with this hash, and comparing costs what it costs for a merchant with one key.</summary>
    public static readonly IReadOnlyList<ApiKey> OfNobody = new List<ApiKey>
    {
        new()
        {
            Id = "",
            Sha256 = new byte[SHA256.HashSizeInBytes],
            Scopes = new HashSet<string>(),
            ExpiresAt = DateTimeOffset.MinValue,
        },
    };

    /// <summary>The key that was presented, if it is one of these and has not expired.</summary>
    public static ApiKey? Find(string presented, IReadOnlyList<ApiKey> keys, DateTimeOffset now)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKey? found = null;
        foreach (var key in keys.Count == 0 ? OfNobody : keys)
        {
            // No early end: every key is compared.
            if (CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span) && (key.ExpiresAt is null || now < key.ExpiresAt))
                found = key;
        }

        return presented.Length == 0 ? null : found;
    }
}
