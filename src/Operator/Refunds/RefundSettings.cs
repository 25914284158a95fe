using System.ComponentModel;
using Operator.Api;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Refunds;

/// <summary>A refund.</summary>
internal sealed class RefundSettings : ApiSettings
{
    [CommandOption("--invoice <NUMBER>", isRequired: true)]
    [Description("The payment's invoice number.")]
    public string Invoice { get; init; } = "";

    [CommandOption("--amount <AMOUNT>", isRequired: true)]
    [Description("How much.")]
    public decimal Amount { get; init; }

    [CommandOption("--reason <TEXT>")]
    [Description("Your own note.")]
    public string? Reason { get; init; }

    [CommandOption("--dry-run")]
    [Description("Only say what would be accepted, or why not. Writes nothing, uses no key.")]
    public bool DryRun { get; init; }

    [CommandOption("--key <KEY>")]
    [Description(
        "The Idempotency-Key, your own: a new one per refund that you mean. Repeated with the same key it is the same refund."
    )]
    public string? Key { get; init; }

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        !DryRun && Key is null
            ? ValidationResult.Error("Give --key, so that a repeat of this command refunds once; or --dry-run.")
        : IdempotencyKeys.Problem(Key) is { } problem ? ValidationResult.Error(problem)
        : ValidationResult.Success();
}
