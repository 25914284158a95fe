using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>When the key ends.</summary>
internal sealed class ExpireSettings : OneKeySettings
{
    [CommandOption("--in <TIME>")]
    [Description("After this time: 7d, 24h, 30m.")]
    public string? In { get; init; }

    [CommandOption("--now")]
    [Description("At once. The app knows it within five minutes; a restart makes it know.")]
    public bool Now { get; init; }

    /// <inheritdoc />
    public override ValidationResult Validate()
    {
        if (Now == (In is not null))
            return ValidationResult.Error("Give either --in or --now.");
        return Duration.Problem("--in", In) is { } problem ? ValidationResult.Error(problem) : ValidationResult.Success();
    }
}
