namespace TwoC2P.Simulator.Delivery;

/// <summary>Which held work is meant; what is null matches all.</summary>
internal sealed record HeldFilter(string? MerchantId = null, string? InvoiceNo = null, string? Name = null)
{
    public bool Fits(HeldWork held) =>
        (MerchantId is null || MerchantId == held.MerchantId)
        && (InvoiceNo is null || InvoiceNo == held.InvoiceNo)
        && (Name is null || Name == held.Name);
}
