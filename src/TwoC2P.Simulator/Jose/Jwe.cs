using System.Security.Cryptography;
using System.Text;

namespace TwoC2P.Simulator.Jose;

/// <summary>A JWE of the one kind that the gateway speaks: RSA-OAEP (SHA-1, as JOSE means it) and A256GCM.</summary>
internal static class Jwe
{
    private const int Segments = 5;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Header = """{"alg":"RSA-OAEP","enc":"A256GCM"}""";

    public static string Encrypt(byte[] content, RSA recipient)
    {
        var header = CompactForm.HeaderSegment(Header);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var cipher = new byte[content.Length];
        var tag = new byte[TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, cipher, tag, Encoding.ASCII.GetBytes(header));
        return string.Join(
            '.',
            header,
            CompactForm.Segment(recipient.Encrypt(key, RSAEncryptionPadding.OaepSHA1)),
            CompactForm.Segment(nonce),
            CompactForm.Segment(cipher),
            CompactForm.Segment(tag)
        );
    }

    /// <returns>Null when it is no such JWE, not for this key, or was changed.</returns>
    public static byte[]? Decrypt(string text, RSA key)
    {
        if (
            CompactForm.Read(text, Segments)
                is not [var header, var wrapped, { Length: NonceBytes } nonce, var cipher, { Length: TagBytes } tag]
            || !CompactForm.HeaderSays(header, ("alg", "RSA-OAEP"), ("enc", "A256GCM"))
        )
        {
            return null;
        }

        try
        {
            using var aes = new AesGcm(key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA1), TagBytes);
            var content = new byte[cipher.Length];
            aes.Decrypt(
                nonce,
                cipher,
                tag,
                content,
                Encoding.ASCII.GetBytes(text[..text.IndexOf('.', StringComparison.Ordinal)])
            );
            return content;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            // Another key, a key of another size, or changed on the way: one answer for all of it.
            return null;
        }
    }
}
