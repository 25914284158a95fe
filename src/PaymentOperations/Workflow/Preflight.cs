namespace PaymentOperations.Workflow;

/// <summary>What the read before a request (R3) says.</summary>
internal abstract record Preflight
{
    private Preflight() { }

    /// <summary>Nothing may be sent now; ask again later.</summary>
    /// <param name="Note">Why.</param>
    public sealed record Hold(string Note) : Preflight;

    /// <summary>The operation changes without anything being sent.</summary>
    public sealed record Change(Transition Transition) : Preflight;

    /// <summary>The one request of this attempt may be sent.</summary>
    /// <param name="Baseline">References that 2C2P lists now; null when it offers no list.</param>
    /// <param name="TransactionReference">The payment's own reference.</param>
    /// <param name="Facts">The payment's amount and state.</param>
    public sealed record Ready(IReadOnlyList<string>? Baseline, string? TransactionReference, PaymentFacts Facts) : Preflight;
}
