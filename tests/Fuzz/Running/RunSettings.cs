using System.ComponentModel;
using Spectre.Console.Cli;

namespace Fuzz.Running;

/// <summary>How much is executed, and what.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("-n|--executions <COUNT>")]
    [Description(
        "bytes: of each group (callbacks, answers, messages, requests), shared among its targets; meet: of each kind of message"
    )]
    public int? Executions { get; init; }

    [CommandOption("-t|--target <NAME>")]
    [Description("Only targets whose names begin so, such as callbacks or answers/payment-R/Jose")]
    public string Target { get; init; } = "";

    [CommandOption("-s|--seed <NUMBER>")]
    [Description("The same seed makes the same inputs")]
    public int Seed { get; init; } = 20261123;

    [CommandOption("--only <NUMBER>")]
    [Description("Only the execution of this number, as a finding names it")]
    public int? Only { get; init; }
}
