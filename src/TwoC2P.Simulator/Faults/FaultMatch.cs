namespace TwoC2P.Simulator.Faults;

/// <summary>The calls that a fault waits for; what is null matches everything.</summary>
internal sealed record FaultMatch(string? MerchantId = null, string? InvoiceNo = null, string? ProcessType = null)
{
    public bool Fits(string merchantId, string invoiceNo, string? processType) =>
        (MerchantId is null || MerchantId == merchantId)
        && (InvoiceNo is null || InvoiceNo == invoiceNo)
        && (ProcessType is null || processType is null || ProcessType == processType);
}
