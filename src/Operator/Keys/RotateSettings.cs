using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>How long both keys work, and how long the new one.</summary>
internal sealed class RotateSettings : OneKeySettings
{
    // The app reads the list every five minutes, and whoever carries the key needs some time too.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    [CommandOption("--overlap <TIME>")]
    [Description("How long the old key still works, at least 10m.")]
    public string Overlap { get; init; } = "24h";

    [CommandOption("--expires-in <TIME>")]
    [Description("How long the new key works: 90d. Needed where the old key has an end.")]
    public string? ExpiresIn { get; init; }

    /// <inheritdoc />
    public override ValidationResult Validate()
    {
        if ((Duration.Problem("--overlap", Overlap) ?? Duration.Problem("--expires-in", ExpiresIn)) is { } problem)
            return ValidationResult.Error(problem);
        return Duration.Read(Overlap) < Shortest
            ? ValidationResult.Error(
                "--overlap must be at least 10m, because the app needs up to five minutes to know the new key. A key that leaked is ended by 'keys expire --now'."
            )
            : ValidationResult.Success();
    }
}
