namespace TwoC2P.Simulator.Calls;

/// <summary>Every call since the start, in order of arrival.</summary>
internal sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<CallRecord> _calls = [];

    public void Add(CallRecord call)
    {
        lock (_gate)
            _calls.Add(call);
    }

    public IReadOnlyList<CallRecord> Read(string? merchantId, string? invoiceNo)
    {
        lock (_gate)
        {
            return
            [
                .. _calls.Where(call =>
                    (merchantId is null || call.MerchantId == merchantId) && (invoiceNo is null || call.InvoiceNo == invoiceNo)
                ),
            ];
        }
    }
}
