using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using TwoC2P.Keys;
using TwoC2P.Messages;

namespace TwoC2P.Signing;

/// <summary>Computes and verifies <c>hashValue</c>. The only place that uses SHA-1: 2C2P's formula asks for it, as HMAC.</summary>
internal static class MessageSigner
{
    /// <summary>Hex in the letter case of 2C2P's own request samples.</summary>
    public static string Sign(WireMessage message, SignatureFormula formula, SecretKey key)
    {
        var digest = Compute(message, formula, HashForm.Full, key);
        return formula.LowerCaseHex ? Convert.ToHexStringLower(digest) : Convert.ToHexString(digest);
    }

    /// <summary>Tries each key, and for a message with lists each form; null when none fits.</summary>
    public static AnswerEvidence? Verify(
        WireMessage message,
        string? given,
        SignatureFormula formula,
        IReadOnlyList<SecretKey> keys
    )
    {
        if (!TryFromHex(given, out var digest))
            return null;

        HashForm[] forms = formula.CoversListsOf(message) ? [HashForm.Full, HashForm.WithoutLists] : [HashForm.Full];
        foreach (var form in forms)
        {
            foreach (var key in keys)
            {
                if (CryptographicOperations.FixedTimeEquals(digest, Compute(message, formula, form, key)))
                    return new AnswerEvidence(form, key.Version, Convert.ToHexStringLower(digest));
            }
        }

        return null;
    }

    private static byte[] Compute(WireMessage message, SignatureFormula formula, HashForm form, SecretKey key)
    {
        var secret = Encoding.UTF8.GetBytes(key.Value);
        var text = Encoding.UTF8.GetBytes(formula.Concatenate(message, form));
#pragma warning disable CA5350 // 2C2P's Payment Action messages are defined over HMAC-SHA1; there is no other choice.
        return formula.Algorithm switch
        {
            SignatureAlgorithm.HmacSha1 => HMACSHA1.HashData(secret, text),
            SignatureAlgorithm.HmacSha256 => HMACSHA256.HashData(secret, text),
            _ => throw new ArgumentOutOfRangeException(nameof(formula)),
        };
#pragma warning restore CA5350
    }

    // Comparing bytes instead of text makes the comparison blind to letter case without leaving constant time.
    private static bool TryFromHex(string? text, out byte[] bytes)
    {
        var hex = text.AsSpan().Trim();
        bytes = new byte[hex.Length / 2];
        return hex.Length > 0
            && hex.Length % 2 == 0
            && hex.Length <= 128
            && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done;
    }
}
