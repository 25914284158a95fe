using Microsoft.Extensions.Options;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Refuses to start with merchants that are not fully understood, and names every wrong setting at once.</summary>
internal sealed class MerchantsValidation : IValidateOptions<MerchantsOptions>
{
    public ValidateOptionsResult Validate(string? name, MerchantsOptions options)
    {
        var errors = new List<string>();
        if (options.Merchants.Count == 0)
            errors.Add("Merchants: no merchant is configured. Set at least Merchants__<merchant id>__Environment.");
        foreach (var (id, settings) in options.Merchants)
            _ = MerchantReader.Read(id, settings, errors.Add);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
