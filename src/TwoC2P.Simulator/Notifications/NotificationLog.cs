namespace TwoC2P.Simulator.Notifications;

/// <summary>Every attempt to notify a merchant, in order.</summary>
internal sealed class NotificationLog
{
    private readonly Lock _gate = new();
    private readonly List<NotificationAttempt> _attempts = [];

    public void Add(NotificationAttempt attempt)
    {
        lock (_gate)
            _attempts.Add(attempt);
    }

    public IReadOnlyList<NotificationAttempt> Read(string? merchantId, string? invoiceNo)
    {
        lock (_gate)
        {
            return
            [
                .. _attempts.Where(attempt =>
                    (merchantId is null || attempt.MerchantId == merchantId)
                    && (invoiceNo is null || attempt.InvoiceNo == invoiceNo)
                ),
            ];
        }
    }
}
