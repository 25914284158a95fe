namespace PaymentOperations.Merchants.Settings;

/// <summary>The settings <c>Merchants__{id}__{name}</c> as they were written, by merchant id and name.</summary>
internal sealed class MerchantsOptions
{
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Merchants { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
}
