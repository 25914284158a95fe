using System.ComponentModel;
using Operator.Api;
using Spectre.Console.Cli;

namespace Operator.Operations;

/// <summary>Which operations are listed.</summary>
internal sealed class OperationFilter : ApiSettings
{
    public const int DefaultLimit = 100;

    [CommandOption("--needs-review")]
    [Description("Only what a person has to look at.")]
    public bool NeedsReview { get; init; }

    [CommandOption("--status <STATUS>")]
    [Description("accepted, submitting, unknown, pending, succeeded or failed; several with commas between.")]
    public string? Status { get; init; }

    [CommandOption("--updated-since <MOMENT>")]
    [Description("Only what changed at this moment or later, such as 2026-11-23T10:00:00Z; the oldest change first.")]
    public string? UpdatedSince { get; init; }

    [CommandOption("--kind <KIND>")]
    [Description("refund, settlement or void.")]
    public string? Kind { get; init; }

    [CommandOption("--invoice <NUMBER>")]
    [Description("Only of this payment.")]
    public string? Invoice { get; init; }

    [CommandOption("--reference <REFERENCE>")]
    [Description("Only with this reference of 2C2P: the refund's or the payment's.")]
    public string? Reference { get; init; }

    [CommandOption("--amount <AMOUNT>")]
    [Description("Only of exactly this amount.")]
    public decimal? Amount { get; init; }

    [CommandOption("--metadata <PAIR>")]
    [Description("Only with this pair, as key=value; may be given several times.")]
    public string[] Metadata { get; init; } = [];

    [CommandOption("--from <DAY>")]
    [Description("First UTC day of acceptance, yyyy-MM-dd.")]
    public string? From { get; init; }

    [CommandOption("--to <DAY>")]
    [Description("Last UTC day of acceptance, yyyy-MM-dd.")]
    public string? To { get; init; }

    [CommandOption("--limit <COUNT>")]
    [Description("At most so many; 100 by default.")]
    public int Limit { get; init; } = DefaultLimit;

    /// <inheritdoc />
    public override Spectre.Console.ValidationResult Validate() =>
        Limit < 1 ? Spectre.Console.ValidationResult.Error("--limit is at least 1.")
        : Metadata.Any(pair => pair.IndexOf('=', StringComparison.Ordinal) < 1)
            ? Spectre.Console.ValidationResult.Error("--metadata is key=value.")
        : Spectre.Console.ValidationResult.Success();

    /// <summary>The address of a page.</summary>
    public string Address(string? cursor)
    {
        var query = new ApiQuery()
            .With("needsReview", NeedsReview ? "true" : null)
            .With("status", Status)
            .With("kind", Kind)
            .With("invoiceNo", Invoice)
            .With("reference", Reference)
            .With("amount", Amount)
            .With("updatedSince", UpdatedSince)
            .With("from", From)
            .With("to", To);
        foreach (var pair in Metadata)
            query.With($"metadata.{pair.Split('=', 2)[0]}", pair.Split('=', 2)[1]);
        return query.With("cursor", cursor).On("operations");
    }
}
