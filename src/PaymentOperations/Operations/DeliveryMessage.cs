namespace PaymentOperations.Operations;

/// <summary>A pointer to what is to be delivered to a merchant's webhook, put on a queue as JSON. The ledger says what that is.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="InvoiceNo">The invoice whose events are due; null for a request to deliver again.</param>
/// <param name="RedeliveryId">The request to deliver again; null for an invoice.</param>
/// <param name="Repeat">How often this pointer was put off already.</param>
public sealed record DeliveryMessage(string MerchantId, string? InvoiceNo = null, string? RedeliveryId = null, int Repeat = 0);
