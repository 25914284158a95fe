using System.ComponentModel;
using System.Globalization;
using Operator.Api;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Reconciliations;

/// <summary>Which reconciliation.</summary>
internal sealed class ReconcileSettings : ApiSettings
{
    private const string Form = "yyyy-MM-dd";

    [CommandOption("--date <DAY>")]
    [Description("The last of its eight days, UTC, yyyy-MM-dd. By default today.")]
    public string? Date { get; init; }

    [CommandOption("--show")]
    [Description("Only show the day's report; start nothing.")]
    public bool Show { get; init; }

    [CommandOption("--csv <FILE>")]
    [Description("Write the whole report there.")]
    public string? Csv { get; init; }

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        Date is not null && !DateOnly.TryParseExact(Date, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? ValidationResult.Error($"--date is a day such as 2026-11-23 ({Form}).")
        // Looked at before the reconciliation is started, which takes a while.
        : Csv is not null && !Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Csv)))
            ? ValidationResult.Error("--csv is a file in a folder that is there.")
        : Show && Date is null ? ValidationResult.Error("Give --date with --show.")
        : ValidationResult.Success();
}
