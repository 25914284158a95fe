namespace TwoC2P.Simulator.Control;

/// <summary>The body of commands about many invoices; what is missing stands for all.</summary>
internal sealed record InvoiceFilter(string? MerchantId = null, string? InvoiceNo = null);
