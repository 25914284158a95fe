using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>A place in an invoice's line.</summary>
internal sealed record LinePlace(int Seq, OperationId Id, OperationKind Kind);
