using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Copies;

/// <summary>Where copies of the ledger are.</summary>
internal class CopySettings : CommandSettings
{
    [CommandOption("--container <NAME>")]
    [Description("The container of blobs that copies are in.")]
    public string Container { get; init; } = "ledger-copies";
}
