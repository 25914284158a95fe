using Microsoft.Extensions.Options;

namespace PaymentGateway.Telemetry;

/// <summary>Refuses to start with a destination that is there and wrong: it would be missed only when it is needed.</summary>
internal sealed class TelemetryValidation : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
