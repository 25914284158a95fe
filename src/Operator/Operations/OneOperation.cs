using System.ComponentModel;
using Operator.Api;
using Spectre.Console.Cli;

namespace Operator.Operations;

/// <summary>Which operation is meant.</summary>
internal class OneOperation : ApiSettings
{
    [CommandArgument(0, "<ID>")]
    [Description("The operation's id.")]
    public string Id { get; init; } = "";

    public string Path => $"operations/{Uri.EscapeDataString(Id)}";
}
