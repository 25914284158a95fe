using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Operations;

/// <summary>What became of an operation that needs review.</summary>
internal sealed class ResolveSettings : PersonsWord
{
    [CommandOption("--outcome <OUTCOME>", isRequired: true)]
    [Description("succeeded, failed, or sendAgain (never done, and still wanted).")]
    public string Outcome { get; init; } = "";

    [CommandOption("--reference <REFERENCE>")]
    [Description("2C2P's reference of the refund that succeeded.")]
    public string? Reference { get; init; }

    [CommandOption("--looked-at <TEXT>", isRequired: true)]
    [Description("What was looked at: a ticket, an entry in the portal.")]
    public string LookedAt { get; init; } = "";

    [CommandOption("--despite <KEY>")]
    [Description("The key of an entry that contradicts and is not this operation's; may be given several times.")]
    public string[] Despite { get; init; } = [];
}
