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

    public IReadOnlyList<CallRecord> Read(string? merchantId, string? invoiceNo, string? api, string? id)
    {
        lock (_gate)
        {
            return
            [
                .. _calls
                    .Where(call => merchantId is null || call.MerchantId == merchantId)
                    .Where(call => invoiceNo is null || call.InvoiceNo == invoiceNo)
                    .Where(call => api is null || string.Equals(call.Api, api, StringComparison.OrdinalIgnoreCase))
                    .Where(call => id is null || call.Id == id),
            ];
        }
    }
}
