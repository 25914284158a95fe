namespace PaymentOperations.Merchants.Vault;

/// <summary>One version of a secret. Its text form hides the value.</summary>
/// <param name="version">Key Vault's version id: safe to store and log.</param>
/// <param name="value">The secret itself.</param>
internal sealed class VaultSecret(string version, string value)
{
    public string Version { get; } = version;

    public string Value { get; } = value;

    public override string ToString() => $"VaultSecret (hidden, version {Version})";
}
