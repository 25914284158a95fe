using System.Security.Cryptography;
using System.Text;
using PaymentGateway.Http.Security;
using PaymentOperations.Merchants;

namespace Benchmarks.Timing;

/// <summary>Looks up API keys that are wrong.</summary>
internal static class KeyTiming
{
    private const string Presented = "sk_presented-by-somebody-who-guesses-0123456789";

    /// <summary>The stored hash differs from the presented key's in its first byte, or in its last.</summary>
    public static TwoClasses FirstOrLastByte()
    {
        var stored = HashOfPresented();
        IReadOnlyList<ApiKey> keys = new List<ApiKey> { KeyOf(stored) };
        return new(
            "API key, first or last byte",
            isSecond => Differ(stored, isSecond),
            () => Refused(ApiKeyMatch.Find(Presented, keys, DateTimeOffset.UnixEpoch))
        );
    }

    /// <summary>No merchant has this id, or it has one key, which is another.</summary>
    public static TwoClasses UnknownMerchantOrWrongKey()
    {
        var stored = HashOfPresented();
        Differ(stored, isLast: false);
        IReadOnlyList<ApiKey> one = new List<ApiKey> { KeyOf(stored) };
        var keys = one;
        return new(
            "unknown merchant or wrong key",
            isSecond => keys = isSecond ? one : ApiKeyMatch.OfNobody,
            () => Refused(ApiKeyMatch.Find(Presented, keys, DateTimeOffset.UnixEpoch))
        );
    }

    /// <summary>What would be found if bytes were compared until two differ: the measurement must see it, or it sees nothing.</summary>
    public static TwoClasses Planted()
    {
        var stored = HashOfPresented();
        return new(
            "planted: compared until two bytes differ",
            isSecond => Differ(stored, isSecond),
            () =>
            {
                var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Presented));
                var place = 0;
                while (place < hash.Length && hash[place] == stored[place])
                    place++;
                if (place == hash.Length)
                    throw new InvalidOperationException("A wrong key was taken.");
            }
        );
    }

    private static byte[] HashOfPresented() => SHA256.HashData(Encoding.UTF8.GetBytes(Presented));

    // Every input is the right hash with one bit changed; both places are written every time.
    private static void Differ(byte[] stored, bool isLast)
    {
        var right = SHA256.HashData(Encoding.UTF8.GetBytes(Presented));
        stored[0] = (byte)(right[0] ^ (isLast ? 0 : 1));
        stored[^1] = (byte)(right[^1] ^ (isLast ? 1 : 0));
    }

    private static ApiKey KeyOf(byte[] hash) =>
        new()
        {
            Id = "shop",
            Sha256 = hash,
            Scopes = new HashSet<string>(StringComparer.Ordinal),
        };

    private static void Refused(ApiKey? found)
    {
        if (found is not null)
            throw new InvalidOperationException("A wrong key was taken.");
    }
}
