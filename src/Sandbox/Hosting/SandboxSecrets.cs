using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sandbox.Files;
using Sandbox.KeyVault;
using Sandbox.Webhooks;

namespace Sandbox.Hosting;

/// <summary>Fills the emulated vault with everything that the app reads from a real one.</summary>
internal static class SandboxSecrets
{
    private static readonly string[] AllScopes =
    [
        "payments:read",
        "refunds:read",
        "refunds:write",
        "settlements:read",
        "settlements:write",
        "voids:read",
        "voids:write",
        "operations:read",
        "quarantine:read",
        "events:read",
        "events:write",
        "reconciliations:read",
        "reconciliations:write",
        "operations:resolve",
        "cards:read",
        "cards:write",
        "recurring-plans:read",
        "recurring-plans:write",
        "installments:read",
        "quickpay:read",
        "quickpay:write",
    ];

    private const int VersionDigits = 32;

    public static void Load(KeyVaultEmulator vault, SandboxFolder folder, ShopReceiver receiver, string dataKey)
    {
        foreach (var merchant in SandboxMerchant.All)
        {
            vault.SetSecret($"{merchant.Id}-secret-key", merchant.SecretKey);
            vault.SetSecret($"{merchant.Id}-api-keys", ApiKeys(merchant));
            vault.SetSecret($"{merchant.Id}-webhook-secret", receiver.SecretOf(merchant.Id));
            vault.SetSecret($"{merchant.Id}-private-key", folder.MerchantPfxForVault(merchant.Id));
            if (!merchant.SpeaksInTokens)
                continue;
            vault.SetSecret($"{merchant.Id}-jose-key", folder.MerchantJosePfxForVault(merchant.Id));
            vault.SetSecret($"{merchant.Id}-gateway-jose-key", File.ReadAllText(folder.GatewayJoseCertificatePem));
        }
        vault.SetSecret("gateway-certificate", File.ReadAllText(folder.GatewayCertificatePem));
        // Rows name the version that sealed them: the same key is the same version in every run.
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataKey)))[..VersionDigits];
        vault.SetSecret("ledger-data-key", dataKey, version);
    }

    private static string ApiKeys(SandboxMerchant merchant) =>
        JsonSerializer.Serialize(
            new[]
            {
                ApiKey("sandbox", merchant.ApiKey, AllScopes),
                ApiKey("sandbox-read", merchant.ReadApiKey, SandboxMerchant.ReadScopes),
            }
        );

    private static object ApiKey(string id, string key, IReadOnlyList<string> scopes) =>
        new
        {
            id,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
            scopes,
            publishable = false,
            origins = Array.Empty<string>(),
            expiresAt = (string?)null,
        };
}
