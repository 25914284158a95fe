using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Refuses to start with a vault that is not https, or with a pinned certificate anywhere but on this machine.</summary>
internal sealed class KeyVaultValidation : IValidateOptions<KeyVaultOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyVaultOptions options) =>
        FaultOf(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private static string? FaultOf(KeyVaultOptions options)
    {
        if (!Uri.TryCreate(options.Uri, UriKind.Absolute, out var vault) || vault.Scheme != Uri.UriSchemeHttps)
            return "KeyVault__Uri must be the vault's https address, such as https://name.vault.azure.net.";
        if (string.IsNullOrEmpty(options.EmulatorCertificate))
            return null;
        return vault.IsLoopback
            ? FaultOf(options.EmulatorCertificate)
            : $"KeyVault__EmulatorCertificate is for local runs only, but the vault is on {vault.Host}. Remove the setting.";
    }

    private static string? FaultOf(string path)
    {
        try
        {
            X509CertificateLoader.LoadCertificateFromFile(path).Dispose();
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"KeyVault__EmulatorCertificate must be the path of a certificate file: {e.Message}";
        }
    }
}
