using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.Messages;

/// <summary>The cryptography of a token and nothing else: no text, no headers, no checks. RSA-OAEP and A256GCM over the content, PS256 over as many bytes as a token has.</summary>
internal sealed class BareToken(RSA merchant, RSA gateway, byte[] content, int signedBytes)
{
    private readonly byte[] signed = new byte[signedBytes];
    private readonly byte[] header = Encoding.ASCII.GetBytes("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ");

    /// <summary>Seals and opens once; the content's length.</summary>
    public int SealAndOpen()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var wrapped = gateway.Encrypt(key, RSAEncryptionPadding.OaepSHA1);
        var (cipher, tag) = Encrypt(key, nonce);
        var signature = merchant.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

        if (!merchant.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))
            throw new CryptographicException("The signature is not its own.");
        return Decrypt(gateway.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA1), nonce, cipher, tag).Length;
    }

    private (byte[] Cipher, byte[] Tag) Encrypt(byte[] key, byte[] nonce)
    {
        var (cipher, tag) = (new byte[content.Length], new byte[16]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, content, cipher, tag, header);
        return (cipher, tag);
    }

    private byte[] Decrypt(byte[] key, byte[] nonce, byte[] cipher, byte[] tag)
    {
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(nonce, cipher, tag, plain, header);
        return plain;
    }
}
