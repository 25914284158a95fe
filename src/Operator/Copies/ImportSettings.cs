using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Copies;

/// <summary>What to put back.</summary>
internal sealed class ImportSettings : CopySettings
{
    [CommandOption("--copy <NAME>", isRequired: true)]
    [Description("The copy, such as 20261129T020000Z.")]
    public string Copy { get; init; } = "";

    [CommandOption("--app-is-stopped")]
    [Description("Says that no app runs, neither on this account nor on the one that was lost. Nothing is written without it.")]
    public bool AppIsStopped { get; init; }

    [CommandOption("-m|--merchant <ID>")]
    [Description("A merchant that is served and may have nothing in the copy; may be given more than once.")]
    public string[] Merchants { get; init; } = [];

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        AppIsStopped
            ? ValidationResult.Success()
            : ValidationResult.Error(
                "Stop the app (az functionapp stop), see that it is stopped, and say so with --app-is-stopped: what it sends meanwhile would be sent again."
            );
}
