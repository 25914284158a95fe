namespace TwoC2P.Simulator.Transactions;

/// <summary>A transaction's place: invoice numbers are unique within a merchant and case-sensitive.</summary>
internal sealed record InvoiceKey(string MerchantId, string InvoiceNo);
