using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>What the new key may do.</summary>
internal sealed class NewSettings : OneKeySettings
{
    [CommandOption("--scopes <SCOPES>", isRequired: true)]
    [Description("What it allows, with commas between: refunds:write,refunds:read")]
    public string Scopes { get; init; } = "";

    [CommandOption("--expires-in <TIME>")]
    [Description("How long it works: 90d, 24h, 30m. Without it the key does not end by itself.")]
    public string? ExpiresIn { get; init; }

    [CommandOption("--publishable")]
    [Description("A browser may carry it, for reading. Needs --origin.")]
    public bool Publishable { get; init; }

    [CommandOption("--origin <ORIGIN>")]
    [Description("For --publishable: an exact origin such as https://shop.example.com; may be given several times.")]
    public string[] Origins { get; init; } = [];

    [CommandOption("--address <RANGE>")]
    [Description("Where it works from: 203.0.113.0/24 or one address; may be given several times. Without it: from everywhere.")]
    public string[] Addresses { get; init; } = [];

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        (KeyNames.Problem(Id) ?? Rights.Of(this).Problem ?? Duration.Problem("--expires-in", ExpiresIn)) is { } problem
            ? ValidationResult.Error(problem)
            : ValidationResult.Success();
}
