namespace PaymentOperations.Reconciliation;

/// <summary>A pointer to the next slice of a reconciliation, put on its queue as JSON. The run's row says what is to be done.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="Date">The day, <c>yyyyMMdd</c>.</param>
/// <param name="Number">Which reconciliation of the day.</param>
/// <param name="Slice">Which slice; a pointer to another one than the row's next has come too late.</param>
public sealed record ReconciliationMessage(string MerchantId, string Date, int Number, int Slice);
