namespace PaymentOperations.Storage;

/// <summary>Bank data as the ledger may hold it.</summary>
/// <param name="KeyVersion">Version of the ledger data key.</param>
/// <param name="Sealed">Nonce, tag and ciphertext (AES-256-GCM), Base64.</param>
internal sealed record SealedBankAccount(string KeyVersion, string Sealed);
