using System.Security.Cryptography;
using Jose;
using TwoC2P.Keys;

namespace TwoC2P.Envelopes;

/// <summary>
/// 2C2P's token: XML, encrypted for the reader (JWE: RSA-OAEP, A256GCM), then signed by the writer (JWS: PS256). Exactly this nesting with exactly these algorithms is
/// written and opened. What does not open is refused in one way, whatever is wrong with it.
/// </summary>
internal static class JoseToken
{
    /// <summary>Longer than any answer can be.</summary>
    public const int MaxCharacters = 1024 * 1024;

    private const int SignedParts = 3;
    private const int SealedParts = 5;

    // 96 and 128 bits in base64url.
    private const int NonceCharacters = 16;
    private const int TagCharacters = 22;

    private static readonly Dictionary<string, string> Signing = new(StringComparer.Ordinal) { ["alg"] = "PS256" };
    private static readonly Dictionary<string, string> Sealing = new(StringComparer.Ordinal)
    {
        ["alg"] = "RSA-OAEP",
        ["enc"] = "A256GCM",
    };

    /// <summary>The token for 2C2P's current key, signed with the merchant's current one.</summary>
    public static string Seal(byte[] xml, JoseKeys keys)
    {
        var encrypted = JWT.EncodeBytes(xml, keys.Gateway[0].Key, JweAlgorithm.RSA_OAEP, JweEncryption.A256GCM);
        var header = new Dictionary<string, object>(StringComparer.Ordinal) { ["typ"] = "JWT" };
        if (keys.KeyId is not null)
            header["kid"] = keys.KeyId;

        return JWT.Encode(encrypted, keys.Merchant[0].Key, JwsAlgorithm.PS256, header);
    }

    /// <summary>The XML and which of 2C2P's keys signed it, or null. Nothing is decrypted before the signature is verified.</summary>
    public static OpenedToken? Open(string token, JoseKeys keys)
    {
        if (!IsToken(token))
            return null;

        foreach (var signer in keys.Gateway)
        {
            if (TryVerify(token, signer) is not { } encrypted)
                continue;

            var content = IsSealed(encrypted)
                ? keys.Merchant.Select(key => TryDecrypt(encrypted, key)).FirstOrDefault(xml => xml is not null)
                : null;
            return content is null ? null : new OpenedToken(content, signer.Version);
        }

        return null;
    }

    /// <summary>Whether it has the form; it may be anybody's.</summary>
    public static bool IsToken(string token) =>
        token.Length <= MaxCharacters && CompactToken.Split(token, SignedParts, Signing) is not null;

    /// <summary>Whether one of 2C2P's keys signed it.</summary>
    public static bool IsSigned(string token, JoseKeys keys) =>
        IsToken(token) && keys.Gateway.Any(key => TryVerify(token, key) is not null);

    // AES-GCM has one length of nonce and of tag. The library takes another for a mistake of its caller's.
    private static bool IsSealed(string encrypted) =>
        CompactToken.Split(encrypted, SealedParts, Sealing) is [_, _, { Length: NonceCharacters }, _, { Length: TagCharacters }];

    private static string? TryVerify(string token, JoseKey key)
    {
        try
        {
            return JWT.Decode(token, key.Key, JwsAlgorithm.PS256);
        }
        catch (Exception failure) when (failure is JoseException or CryptographicException)
        {
            // Not signed with this key; the next one may fit.
            return null;
        }
    }

    private static byte[]? TryDecrypt(string encrypted, JoseKey key)
    {
        try
        {
            return JWT.DecodeBytes(encrypted, key.Key, JweAlgorithm.RSA_OAEP, JweEncryption.A256GCM);
        }
        catch (Exception failure) when (failure is JoseException or CryptographicException)
        {
            // Not sealed for this key; the next one may fit.
            return null;
        }
    }
}
