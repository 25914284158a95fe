using Sandbox.KeyVault;
using Sandbox.Webhooks;

namespace EndToEnd.Tests.Worlds;

/// <summary>The merchants of the tests that are told of events by webhook.</summary>
internal static class ToldMerchants
{
    private static readonly IReadOnlyList<WorldMerchant> All =
    [
        WorldMerchant.Owner,
        WorldMerchant.Stranger,
        WorldMerchant.Spender,
    ];

    public static IEnumerable<KeyValuePair<string, string>> Settings(ShopReceiver receiver) =>
        All.Select(merchant =>
            KeyValuePair.Create($"Merchants__{merchant.Id}__Webhooks__Url", receiver.UrlOf(merchant.Id).ToString())
        );

    public static void AddSecrets(KeyVaultEmulator vault, ShopReceiver receiver)
    {
        foreach (var merchant in All)
            vault.SetSecret($"{merchant.Id}-webhook-secret", receiver.SecretOf(merchant.Id));
    }
}
