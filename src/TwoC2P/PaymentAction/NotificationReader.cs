using System.Net;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="INotificationReader" />
internal sealed class NotificationReader : INotificationReader
{
    private static readonly string[] FieldNames = ["notifyResponse", "paymentResponse"];

    public NotificationOutcome Read(ReadOnlyMemory<byte> body, PaymentActionMerchant merchant)
    {
        var text = FindEnvelope(Encoding.UTF8.GetString(body.Span));
        if (
            Envelope.Detect(text) is not { } kind
            || PaymentProcessResponseMessage.Read(text, kind, merchant.Keys) is not { } message
        )
            return new NotificationOutcome.Unreadable();

        // A notification comes from anywhere: unlike a direct answer over TLS, lists outside its hash may have been added by anyone.
        var evidence = MessageSigner.Verify(
            message,
            message["hashValue"],
            PaymentProcessFormulas.Response,
            merchant.Keys.SecretKeys
        );
        return evidence is { Form: HashForm.Full }
            ? new NotificationOutcome.Verified(PaymentProcessResponseMessage.ToResponse(message), evidence)
            : new NotificationOutcome.Unverified();
    }

    private static string FindEnvelope(string body)
    {
        var fields = body.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToList();
        var value = FieldNames
            .Select(name => fields.Find(pair => string.Equals(pair[0].Trim(), name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(pair => pair is not null)
            ?[1];
        return WebUtility.UrlDecode(value ?? body);
    }
}
