using System.Text;
using PaymentOperations.Notifications;

namespace Functions.Tests.Support;

/// <summary>Records callbacks and answers what the test says.</summary>
internal sealed class FakeNotifications : INotificationIntake
{
    public List<(string MerchantId, string OperationId, string Body)> Bodies { get; } = [];

    public NotificationResult Result { get; set; } = NotificationResult.Stored;

    public Task<NotificationResult> ReceiveAsync(
        string merchantId,
        string operationId,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        Bodies.Add((merchantId, operationId, Encoding.UTF8.GetString(body.Span)));
        return Task.FromResult(Result);
    }
}
