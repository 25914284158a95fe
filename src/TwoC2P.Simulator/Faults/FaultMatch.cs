using TwoC2P.Simulator.Calls;

namespace TwoC2P.Simulator.Faults;

/// <summary>The calls that a fault waits for; what is null matches everything. The members mean what they do in the call log.</summary>
internal sealed record FaultMatch(
    string? MerchantId = null,
    string? InvoiceNo = null,
    string? ProcessType = null,
    string? Api = null,
    string? Id = null
)
{
    public bool Fits(CallRecord call) =>
        FitsInvoice(call.MerchantId, call.InvoiceNo)
        && (ProcessType is null || string.Equals(ProcessType, call.ProcessType, StringComparison.OrdinalIgnoreCase))
        && (Api is null || string.Equals(Api, call.Api, StringComparison.OrdinalIgnoreCase))
        && (Id is null || Id == call.Id);

    public bool FitsInvoice(string merchantId, string invoiceNo) =>
        (MerchantId is null || MerchantId == merchantId) && (InvoiceNo is null || InvoiceNo == invoiceNo);
}
