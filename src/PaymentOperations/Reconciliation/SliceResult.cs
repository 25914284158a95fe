using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>What a slice found.</summary>
/// <param name="Next">Where the next one begins; null: nothing is left.</param>
/// <param name="Invoices">The payments that it looked at.</param>
/// <param name="Lines">The lines, in the order of the payments.</param>
/// <param name="IsSilent">Whether 2C2P gave no answer about the last payments that were asked for.</param>
internal sealed record SliceResult(
    Position? Next,
    IReadOnlyList<InvoiceNo> Invoices,
    IReadOnlyList<ReportLine> Lines,
    bool IsSilent
);
