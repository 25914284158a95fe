using Sandbox.Files;
using Sandbox.KeyVault;
using Sandbox.Webhooks;

namespace Sandbox.Hosting;

/// <summary>The app's environment: the settings that it also has in Azure, pointed at this machine.</summary>
internal static class AppSettings
{
    public static Dictionary<string, string> Create(
        SandboxOptions options,
        SandboxFolder folder,
        KeyVaultEmulator vault,
        ShopReceiver receiver,
        string storageConnectionString
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storageConnectionString,
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["KeyVault__Uri"] = vault.VaultUri.ToString(),
            ["KeyVault__EmulatorCertificate"] = folder.VaultCertificatePem,
            ["IDENTITY_ENDPOINT"] = vault.IdentityEndpointUri.ToString(),
            ["IDENTITY_HEADER"] = vault.IdentityHeader,
            ["Public__BaseUrl"] = $"http://127.0.0.1:{options.Ports.App}",
            ["SweepSchedule"] = "*/2 * * * * *",
            // A developer looks at it: hints that come late are not worth saving requests to Azurite.
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.500",
        };
        foreach (var (name, value) in WorkflowTimes.Settings)
            settings[name] = value;
        foreach (var merchant in SandboxMerchant.All)
        {
            var prefix = $"Merchants__{merchant.Id}__";
            settings[prefix + "Environment"] = "sandbox";
            settings[prefix + "Endpoint"] = $"http://127.0.0.1:{options.Ports.Simulator}/2C2PFrontend/{merchant.EndpointPath}";
            settings[prefix + "Envelope"] = merchant.Envelope;
            settings[prefix + "Currency"] = merchant.Currency;
            settings[prefix + "Webhooks__Url"] = receiver.UrlOf(merchant.Id).ToString();
            if (merchant.SpeaksInTokens)
                settings[prefix + "IdempotencyId"] = "true";
            // What the simulator is told to do late, it does within a minute.
            settings[prefix + "DoneWithin"] = "00:01:00";
        }
        if (options.WebhookUrl is { } url)
            settings[$"Merchants__{SandboxMerchant.All[0].Id}__Webhooks__Url"] = url.ToString();
        foreach (var (name, value) in options.AppSettings)
            settings[name] = value;
        return settings;
    }
}
