using Microsoft.Extensions.Options;
using PaymentOperations.Operations;

namespace PaymentOperations.Events;

/// <summary>Refuses the start with durations that do not hold together.</summary>
internal sealed class EventTimesValidation(OperationTimes operations) : IValidateOptions<EventTimes>
{
    public ValidateOptionsResult Validate(string? name, EventTimes options) =>
        string.Join(' ', options.Problems(operations.Skew)) is { Length: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
