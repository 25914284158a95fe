using Microsoft.Extensions.Options;

namespace PaymentOperations.Reconciliation;

/// <summary>Refuses the start with settings that do not hold together.</summary>
internal sealed class ReconciliationValidation : IValidateOptions<ReconciliationSettings>
{
    public ValidateOptionsResult Validate(string? name, ReconciliationSettings options) =>
        string.Join(' ', options.Problems()) is { Length: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
