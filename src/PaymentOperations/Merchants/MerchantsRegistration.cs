using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants.Settings;
using PaymentOperations.Merchants.Vault;

namespace PaymentOperations.Merchants;

/// <summary>Registers merchants and their secrets.</summary>
public static class MerchantsRegistration
{
    /// <summary>
    /// Adds <see cref="IMerchants"/> and <see cref="IMerchantSecrets"/> from the settings <c>Merchants__{id}__…</c>,
    /// <c>KeyVault__Uri</c> and <c>KeyVault__EmulatorCertificate</c>. The host does not start with a setting that is wrong.
    /// </summary>
    public static IServiceCollection AddMerchants(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<MerchantsOptions>()
            .Configure(options => options.Merchants = Settings(configuration.GetSection("Merchants")))
            .ValidateOnStart();
        services
            .AddOptions<KeyVaultOptions>()
            .Configure(options =>
            {
                options.Uri = configuration["KeyVault:Uri"];
                options.EmulatorCertificate = configuration["KeyVault:EmulatorCertificate"];
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MerchantsOptions>, MerchantsValidation>();
        services.AddSingleton<IValidateOptions<KeyVaultOptions>, KeyVaultValidation>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IMerchants, ConfiguredMerchants>();
        services.AddMetrics();
        services.AddSingleton<ISecretSource>(provider => new CountedSource(
            new KeyVaultSource(VaultClient.Create(provider.GetRequiredService<IOptions<KeyVaultOptions>>().Value)),
            provider.GetRequiredService<IMeterFactory>()
        ));
        services.AddSingleton<IMerchantSecrets, MerchantSecrets>();
        return services;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string?>> Settings(IConfigurationSection merchants) =>
        merchants
            .GetChildren()
            .ToDictionary(
                merchant => merchant.Key,
                IReadOnlyDictionary<string, string?> (merchant) =>
                    merchant
                        .AsEnumerable(makePathsRelative: true)
                        .Where(setting => setting.Key.Length > 0 && setting.Value is not null)
                        .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase),
                StringComparer.Ordinal
            );
}
