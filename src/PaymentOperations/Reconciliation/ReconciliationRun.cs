using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>A merchant's reconciliation of a day, as far as it is known.</summary>
public sealed record ReconciliationRun
{
    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>The last of its days (UTC).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Which reconciliation of that day it is: 1 for the first; a report is never written over.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReconciliationState State { get; init; }

    /// <summary>When it was started; operations that were accepted later are not in it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the report was whole.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many payments were looked at so far.</summary>
    public int Invoices { get; init; }

    /// <summary>What was found so far, each finding once.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];
}
