namespace PaymentGateway.Http.Reconciliations;

/// <summary>A wish for a reconciliation.</summary>
/// <param name="Date">Of which day (UTC); null: today.</param>
internal sealed record StartRequest(DateOnly? Date);
