using System.ComponentModel;
using Operator.Api;
using Spectre.Console.Cli;

namespace Operator.Events;

/// <summary>Which events are listed.</summary>
internal sealed class EventSettings : ApiSettings
{
    public const int DefaultLimit = 100;

    [CommandOption("--after <ID>")]
    [Description("Only what came after this event. By default from the first.")]
    public string? After { get; init; }

    [CommandOption("--limit <COUNT>")]
    [Description("At most so many; 100 by default.")]
    public int Limit { get; init; } = DefaultLimit;

    /// <inheritdoc />
    public override Spectre.Console.ValidationResult Validate() =>
        Limit < 1 ? Spectre.Console.ValidationResult.Error("--limit is at least 1.") : Spectre.Console.ValidationResult.Success();
}
