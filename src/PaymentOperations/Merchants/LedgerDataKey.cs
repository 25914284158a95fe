namespace PaymentOperations.Merchants;

/// <summary>The 256-bit key that seals bank data and fingerprints in the ledger (Key Vault secret <c>ledger-data-key</c>, Base64 of 32 bytes).</summary>
/// <param name="version">Key Vault's version id of the secret; stored beside what the key sealed.</param>
/// <param name="key">The 32 bytes.</param>
public sealed class LedgerDataKey(string version, byte[] key)
{
    /// <summary>Key Vault's version id of the secret; stored beside what the key sealed.</summary>
    public string Version { get; } = version;

    internal ReadOnlySpan<byte> Bytes => key;

    /// <summary>Says only which version this is.</summary>
    public override string ToString() => $"LedgerDataKey (hidden, version {Version})";
}
