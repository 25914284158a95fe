using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>What the rules of A1 said, and what they were checked against.</summary>
/// <param name="Refusal">Why not; null where they pass.</param>
/// <param name="Invoice">The invoice's row that the accept is to be committed against.</param>
/// <param name="Line">Who stood in line, first to last.</param>
internal sealed record AcceptCheck(AcceptResult? Refusal, InvoiceRow Invoice, IReadOnlyList<LinePlace> Line);
