using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Copies;

/// <summary>What to verify.</summary>
internal sealed class VerifySettings : CopySettings
{
    [CommandOption("--copy <NAME>")]
    [Description("The copy, such as 20261129T020000Z. Without it, the newest that is done.")]
    public string? Copy { get; init; }

    [CommandOption("--live")]
    [Description("Also say how the ledger differs now from the copy.")]
    public bool Live { get; init; }
}
