using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants.Settings;

namespace PaymentOperations.Merchants;

/// <summary>The merchants of the settings, read once at start.</summary>
internal sealed class ConfiguredMerchants : IMerchants
{
    private readonly FrozenDictionary<string, Merchant> _merchants;

    public ConfiguredMerchants(IOptions<MerchantsOptions> options) =>
        _merchants = options
            .Value.Merchants.Select(settings => MerchantReader.Read(settings.Key, settings.Value, _ => { }))
            .OfType<Merchant>()
            .ToFrozenDictionary(merchant => merchant.Id.Text, StringComparer.Ordinal);

    public IReadOnlyCollection<Merchant> All => _merchants.Values;

    public Merchant? Find(string? id) => id is null ? null : _merchants.GetValueOrDefault(id);
}
