using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>An operation that an index names; only its ledger row tells whether it fits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="InvoiceNo">Where its row is.</param>
/// <param name="Position">Its place in the list, to go on behind it.</param>
/// <param name="Event">When the change was that an event tells of; null where no event named it.</param>
internal sealed record Candidate(OperationId Id, InvoiceNo InvoiceNo, string Position, DateTimeOffset? Event = null);
