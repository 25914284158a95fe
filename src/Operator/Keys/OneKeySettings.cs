using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>Which key.</summary>
internal class OneKeySettings : KeySettings
{
    [CommandOption("--id <ID>", isRequired: true)]
    [Description("Name of the key, as the audit trail has it.")]
    public string Id { get; init; } = "";
}
