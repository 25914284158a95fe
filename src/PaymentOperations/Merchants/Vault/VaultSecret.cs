using System.Text.Json.Serialization;

namespace PaymentOperations.Merchants.Vault;

/// <summary>One version of a secret. Neither its text form nor JSON shows the value.</summary>
/// <param name="version">Key Vault's version id: safe to store and log.</param>
/// <param name="value">The secret itself.</param>
internal sealed class VaultSecret(string version, string value)
{
    public string Version { get; } = version;

    [JsonIgnore]
    public string Value { get; } = value;

    public override string ToString() => $"VaultSecret (hidden, version {Version})";
}
