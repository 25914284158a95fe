namespace PaymentOperations.Operations;

/// <summary>A pointer to an operation, put on a queue as JSON. It carries no money: the ledger says what is to be done.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="InvoiceNo">Of which payment (locates the ledger's partition).</param>
/// <param name="OperationId">Which.</param>
/// <param name="Repeat">How often this pointer was put off already.</param>
/// <param name="TraceParent">W3C trace context to go on with.</param>
/// <param name="Attempt">For a verified answer that storage could not take: the attempt that it answers.</param>
/// <param name="Answer">That answer, as the inbox keeps it.</param>
public sealed record OperationMessage(
    string MerchantId,
    string InvoiceNo,
    string OperationId,
    int Repeat = 0,
    string? TraceParent = null,
    int Attempt = 0,
    string? Answer = null
);
