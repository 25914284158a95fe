namespace PaymentOperations.Judgement;

/// <summary>One look at the gateway.</summary>
/// <param name="View">What it said, or that it said nothing that counts.</param>
/// <param name="AskedAt">When the question left: what happened later cannot be in the answer.</param>
internal sealed record Look(GatewayView View, DateTimeOffset AskedAt);
