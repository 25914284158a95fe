using System.Net;
using System.Text.Json;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads the secret <c>{merchantId}-api-keys</c>. A list that is not right as a whole is refused as a whole.</summary>
internal static class ApiKeyList
{
    private const int Sha256Length = 32;

    /// <returns>Null when the text has not the expected form; why is not said, since the text is a secret.</returns>
    public static IReadOnlyList<ApiKey>? Parse(VaultSecret secret) => Entries(secret)?.Select(Read).OfType<ApiKey>().ToList();

    /// <summary>The same, as it is written there.</summary>
    /// <returns>Null when <see cref="Parse"/> would say so.</returns>
    public static IReadOnlyList<ApiKeyEntry>? Entries(VaultSecret secret)
    {
        try
        {
            var entries = JsonSerializer.Deserialize(secret.Value, ApiKeyJson.Default.ListApiKeyEntry);
            return
                entries is null
                || entries.DistinctBy(entry => entry?.Id).Count() != entries.Count
                || entries.Exists(entry => Read(entry) is null)
                ? null
                : entries;
        }
        catch (JsonException)
        {
            // Not JSON, a missing, repeated or unknown property: the caller reports it without its text.
            return null;
        }
    }

    /// <summary>The list as the secret holds it.</summary>
    public static string Write(IEnumerable<ApiKeyEntry> entries) =>
        JsonSerializer.Serialize([.. entries], ApiKeyJson.Default.ListApiKeyEntry);

    private static ApiKey? Read(ApiKeyEntry? entry)
    {
        if (entry is null || entry.Id.Length == 0 || HashOf(entry.Sha256) is not { } sha256)
            return null;
        // The reader keeps a null out of properties, not out of lists; and a call without an Origin would have that of a list with a null.
        if (entry.Scopes.Contains(null!) || entry.Origins?.Contains(null!) == true)
            return null;
        IReadOnlyList<IPNetwork>? addresses = entry.Addresses is null ? [] : AddressRange.ReadAll(entry.Addresses);
        if (addresses is null)
            return null;
        return new ApiKey
        {
            Id = entry.Id,
            Sha256 = sha256,
            Scopes = entry.Scopes.ToHashSet(StringComparer.Ordinal),
            Publishable = entry.Publishable,
            Origins = entry.Origins ?? [],
            Addresses = addresses,
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
