using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Where an event is, or will be if its transaction is committed.</summary>
internal sealed record EventPointer(PaymentEventId Id, InvoiceNo InvoiceNo, int Order);
