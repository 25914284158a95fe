using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Storage;

/// <summary>
/// Seals bank data (AES-256-GCM, bound to its operation) and fingerprints requests (HMAC-SHA256). Each purpose has its own key, derived from <c>ledger-data-key</c> with HKDF (RFC 5869).
/// </summary>
internal sealed class LedgerSeal(IMerchantSecrets secrets)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public async Task<SealedBankAccount> SealAsync(OperationId id, BankAccount account, CancellationToken cancellationToken)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(account, OperationRowJson.Default.BankAccount);
        var (keyVersion, box) = await SealAsync("bank account", id.ToString(), clear, cancellationToken);
        CryptographicOperations.ZeroMemory(clear);
        return new SealedBankAccount(keyVersion, box);
    }

    public async Task<BankAccount> OpenAsync(OperationId id, SealedBankAccount bank, CancellationToken cancellationToken)
    {
        var clear = await OpenAsync("bank account", id.ToString(), bank.KeyVersion, bank.Sealed, cancellationToken);
        return JsonSerializer.Deserialize(clear, OperationRowJson.Default.BankAccount)!;
    }

    /// <summary>Seals bytes for one purpose, bound to the row that holds them.</summary>
    public async Task<(string KeyVersion, string Sealed)> SealAsync(
        string purpose,
        string boundTo,
        ReadOnlyMemory<byte> clear,
        CancellationToken cancellationToken
    )
    {
        var key = await secrets.GetLedgerDataKeyAsync(cancellationToken);
        var box = new byte[NonceSize + TagSize + clear.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(Derive(key, purpose), TagSize);
        cipher.Encrypt(
            box.AsSpan(0, NonceSize),
            clear.Span,
            box.AsSpan(NonceSize + TagSize),
            box.AsSpan(NonceSize, TagSize),
            Encoding.UTF8.GetBytes(boundTo)
        );
        return (key.Version, Convert.ToBase64String(box));
    }

    /// <summary>Opens what <c>SealAsync</c> sealed for the same purpose and row.</summary>
    public async Task<byte[]> OpenAsync(
        string purpose,
        string boundTo,
        string keyVersion,
        string sealedBytes,
        CancellationToken cancellationToken
    )
    {
        var key = await secrets.GetLedgerDataKeyAsync(keyVersion, cancellationToken);
        var box = Convert.FromBase64String(sealedBytes);
        var clear = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(Derive(key, purpose), TagSize);
        cipher.Decrypt(
            box.AsSpan(0, NonceSize),
            box.AsSpan(NonceSize + TagSize),
            box.AsSpan(NonceSize, TagSize),
            clear,
            Encoding.UTF8.GetBytes(boundTo)
        );
        return clear;
    }

    /// <summary>The keyed hash of a request, with the current key.</summary>
    public async Task<(string Fingerprint, string KeyVersion)> FingerprintAsync(
        string request,
        CancellationToken cancellationToken
    )
    {
        var key = await secrets.GetLedgerDataKeyAsync(cancellationToken);
        return (Fingerprint(key, request), key.Version);
    }

    /// <summary>Whether a request is the one that a fingerprint was made of, with that fingerprint's key.</summary>
    public async Task<bool> MatchesAsync(BoundKey bound, string request, CancellationToken cancellationToken)
    {
        var key = await secrets.GetLedgerDataKeyAsync(bound.KeyVersion, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(bound.Fingerprint),
            Encoding.ASCII.GetBytes(Fingerprint(key, request))
        );
    }

    private static string Fingerprint(LedgerDataKey key, string request) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Derive(key, "fingerprint"), Encoding.UTF8.GetBytes(request)));

    private static byte[] Derive(LedgerDataKey key, string purpose)
    {
        var derived = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, [], Encoding.UTF8.GetBytes(purpose));
        return derived;
    }
}
