using System.Text.Json;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads the secret <c>{merchantId}-api-keys</c>. A list that is not right as a whole is refused as a whole.</summary>
internal static class ApiKeyList
{
    private const int Sha256Length = 32;

    /// <returns>Null when the text has not the expected form; why is not said, since the text is a secret.</returns>
    public static IReadOnlyList<ApiKey>? Parse(VaultSecret secret)
    {
        try
        {
            var entries = JsonSerializer.Deserialize(secret.Value, ApiKeyJson.Default.ListApiKeyEntry);
            if (entries is null || entries.DistinctBy(entry => entry?.Id).Count() != entries.Count)
                return null;
            var keys = entries.Select(Read).OfType<ApiKey>().ToList();
            return keys.Count == entries.Count ? keys : null;
        }
        catch (JsonException)
        {
            // Not JSON, a missing, repeated or unknown property: the caller reports it without its text.
            return null;
        }
    }

    private static ApiKey? Read(ApiKeyEntry? entry)
    {
        if (entry is null || entry.Id.Length == 0 || HashOf(entry.Sha256) is not { } sha256)
            return null;
        return new ApiKey
        {
            Id = entry.Id,
            Sha256 = sha256,
            Scopes = entry.Scopes.ToHashSet(StringComparer.Ordinal),
            Publishable = entry.Publishable,
            Origins = entry.Origins ?? [],
            ExpiresAt = entry.ExpiresAt,
        };
    }

    private static byte[]? HashOf(string hex)
    {
        var bytes = new byte[Sha256Length];
        return
            hex.Length == 2 * Sha256Length
            && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes
            : null;
    }
}
