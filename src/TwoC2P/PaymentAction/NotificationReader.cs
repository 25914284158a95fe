using System.Text;
using TwoC2P.Calls;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="INotificationReader" />
internal sealed class NotificationReader : INotificationReader
{
    public NotificationOutcome Read(ReadOnlyMemory<byte> body, GatewayMerchant merchant)
    {
        var value = NotificationForm.FindValue(Encoding.UTF8.GetString(body.Span));
        var text = EnvelopeText.Find(value);
        return text.Kind is FoundEnvelope.Jose && merchant.Keys.Jose is { } keys
            ? ReadToken(value, keys)
            : ReadHashed(text, merchant);
    }

    // Its signature covers all of it, lists included.
    private static NotificationOutcome ReadToken(string token, JoseKeys keys)
    {
        var opened = JoseWire.Read(token, PaymentProcessLayouts.Response, keys);
        return opened is { Evidence: { } evidence } && opened.Message.NullIfEmpty("respCode") is not null
            ? new NotificationOutcome.Verified(PaymentProcessResponseMessage.ToResponse(opened.Message), evidence)
            : new NotificationOutcome.Unverified();
    }

    private static NotificationOutcome ReadHashed(EnvelopeText text, GatewayMerchant merchant)
    {
        // As with answers: where tokens are spoken, what does not open is nobody's word, whatever is wrong with it.
        if (PaymentProcessResponseMessage.Read(text, merchant.Keys) is not { } message)
            return merchant.Envelope is EnvelopeKind.Jose
                ? new NotificationOutcome.Unverified()
                : new NotificationOutcome.Unreadable { Found = text.Kind };

        var evidence = MessageSigner.Verify(
            message,
            message["hashValue"],
            PaymentProcessFormulas.Response,
            merchant.Keys.SecretKeys
        );
        if (evidence is null)
            return new NotificationOutcome.Unverified();

        // A notification comes from anywhere: unlike a direct answer over TLS, lists outside its hash may have been added by anyone.
        var response = PaymentProcessResponseMessage.ToResponse(message);
        return new NotificationOutcome.Verified(
            evidence.Form is HashForm.Full ? response : response with { SubMerchants = [], Refunds = [] },
            evidence
        );
    }
}
