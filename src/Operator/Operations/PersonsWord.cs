using System.ComponentModel;
using Operator.Api;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Operations;

/// <summary>Who says it, and why. Both stand in the operation's history for good.</summary>
internal class PersonsWord : OneOperation
{
    [CommandOption("--actor <NAME>", isRequired: true)]
    [Description("Who decides, 3 to 100 characters.")]
    public string Actor { get; init; } = "";

    [CommandOption("--reason <TEXT>", isRequired: true)]
    [Description("Why.")]
    public string Reason { get; init; } = "";

    [CommandOption("--key <KEY>")]
    [Description("The Idempotency-Key. By default one of exactly these words: repeated, they are said once.")]
    public string? Key { get; init; }

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        IdempotencyKeys.Problem(Key) is { } problem ? ValidationResult.Error(problem) : base.Validate();
}
