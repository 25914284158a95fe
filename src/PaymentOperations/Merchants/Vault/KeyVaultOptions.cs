namespace PaymentOperations.Merchants.Vault;

/// <summary>The settings <c>KeyVault__…</c>.</summary>
internal sealed class KeyVaultOptions
{
    /// <summary>Address of the vault, such as https://name.vault.azure.net.</summary>
    public string? Uri { get; set; }

    /// <summary>
    /// Path of the emulator's TLS certificate (PEM), for local runs only: exactly this certificate is then trusted, and the
    /// check that a challenge belongs to Azure's domain is off. Refused unless the vault's host is loopback.
    /// </summary>
    public string? EmulatorCertificate { get; set; }
}
