using System.Text.Json.Serialization;
using PaymentGateway.Http.Json;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>A reconciliation as callers read it.</summary>
internal sealed record ReconciliationBody
{
    public required string MerchantId { get; init; }

    /// <summary>The last of its eight days (UTC), <c>yyyy-MM-dd</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Which reconciliation of that day.</summary>
    public required int Number { get; init; }

    public required string Status { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime? FinishedAt { get; init; }

    /// <summary>How many payments were looked at so far.</summary>
    public required int Payments { get; init; }

    /// <summary>Every finding with what was found so far.</summary>
    public required IReadOnlyList<FindingBody> Findings { get; init; }

    /// <summary>The lines, where the answer shows them; they are streamed behind all the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LineBody>? Lines { get; init; }

    public static ReconciliationBody Of(ReconciliationRun run) =>
        new()
        {
            MerchantId = run.MerchantId.Text,
            Date = DayText.Of(run.Date),
            Number = run.Number,
            Status = EnumWord<ReconciliationState>.Of(run.State),
            StartedAt = run.StartedAt.UtcDateTime,
            FinishedAt = run.FinishedAt?.UtcDateTime,
            Payments = run.Invoices,
            Findings = [.. run.Findings.Select(FindingBody.Of)],
        };
}
