using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>One row of the transition table, decided but not yet written. Pure data: the rules make it, the writer commits it.</summary>
internal sealed record Transition
{
    /// <summary>Name of the table's row, such as <c>T6</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Status after.</summary>
    public required OperationStatus To { get; init; }

    /// <summary>Why, in plain words, for the audit trail.</summary>
    public required string Note { get; init; }

    /// <summary>2C2P's word, when it changes.</summary>
    public GatewayResult? Gateway { get; init; }

    /// <summary>The raw fields that decided.</summary>
    public DecisiveAnswer? Evidence { get; init; }

    /// <summary>The refund's reference that becomes ours.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether the operation leaves the invoice's line.</summary>
    public bool LeavesLine { get; init; }

    /// <summary>Whether a person has to look, and why.</summary>
    public string? ReviewReason { get; init; }

    /// <summary>Whether this is worth waking somebody for, and the words.</summary>
    public string? Alarm { get; init; }

    /// <summary>Whether the run goes on (T3, T10): the claim is kept and renewed.</summary>
    public bool KeepsClaim { get; init; }

    /// <summary>Whether waits go on growing: another round of the same must not begin with the shortest wait again.</summary>
    public bool KeepsPolls { get; init; }

    /// <summary>Whether a failed refund's amount counts as reserved again (T19).</summary>
    public bool ReservesAgain { get; init; }

    /// <summary>Whether a person's look is done with.</summary>
    public bool ClearsReview { get; init; }

    /// <summary>By how much the invoice's reserved amount changes besides, in minor units (T18: what 2C2P really moved).</summary>
    public long AdjustsReserved { get; init; }

    /// <summary>Whether the next step is due at once instead of after the first wait.</summary>
    public bool DueAtOnce { get; init; }

    /// <summary>What the payment was seen to be, for an invoice row that did not know its amount.</summary>
    public PaymentFacts? FillsInvoice { get; init; }

    /// <summary>Further changes of the operation's own row.</summary>
    public Func<OperationRow, OperationRow> Edit { get; init; } = static row => row;
}
