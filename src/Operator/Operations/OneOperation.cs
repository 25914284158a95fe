using System.ComponentModel;
using Operator.Api;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Operations;

/// <summary>Which operation is meant.</summary>
internal class OneOperation : ApiSettings
{
    [CommandArgument(0, "<ID>")]
    [Description("The operation's id.")]
    public string Id { get; init; } = "";

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        // Alone, points are no segment of an address: what was asked would be the list.
        Id.Trim('.').Length == 0
            ? ValidationResult.Error("Give the operation's id, as lists show it.")
            : ValidationResult.Success();

    public string Path => $"operations/{Uri.EscapeDataString(Id)}";
}
