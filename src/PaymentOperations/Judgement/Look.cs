namespace PaymentOperations.Judgement;

/// <summary>One look at the gateway.</summary>
/// <param name="View">What it said, or that it said nothing that counts.</param>
/// <param name="AskedAt">When the question left: what happened later cannot be in the answer.</param>
internal sealed record Look(GatewayView View, DateTimeOffset AskedAt)
{
    /// <summary>When the merchant's ledger was last put back from a copy: what was accepted between the copy and then may be unknown to it. Null: never.</summary>
    public DateTimeOffset? RestoredAt { get; init; }
}
