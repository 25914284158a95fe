namespace TwoC2P.Simulator.Notifications;

/// <summary>One POST to a notifyURL. <c>HttpStatus</c> is null when it was not answered or not sent; <c>Outcome</c> says which.</summary>
internal sealed record NotificationAttempt(
    DateTimeOffset At,
    string MerchantId,
    string InvoiceNo,
    string ReferenceNo,
    string Url,
    string Status,
    int Attempt,
    int? HttpStatus,
    string Outcome
);
