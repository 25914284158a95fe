using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Merchants;

namespace Operator.Keys;

/// <summary>A new key: 256 random bits, base64url, behind <c>sk_</c> or, for a publishable key, <c>pk_</c>. Its text form hides it.</summary>
internal sealed class KeyText
{
    private const string SecretPrefix = "sk_";
    private const int Bytes = 32;

    private KeyText(string value) => Value = value;

    /// <summary>The key itself.</summary>
    public string Value { get; }

    /// <summary>SHA-256 of its text, 64 hex digits: all that is stored of it.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    public static KeyText Make(bool isPublishable) =>
        new(
            (isPublishable ? ApiKey.PublishablePrefix : SecretPrefix)
                + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))
        );

    /// <inheritdoc />
    public override string ToString() => "KeyText (hidden)";
}
