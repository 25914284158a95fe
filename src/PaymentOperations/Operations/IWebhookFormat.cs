namespace PaymentOperations.Operations;

/// <summary>How events are written and signed for receivers: what the HTTP layer, which shows the same operations, knows.</summary>
public interface IWebhookFormat
{
    /// <summary>The body: JSON in UTF-8.</summary>
    byte[] BodyOf(PaymentEvent told);

    /// <summary>The signature of one secret (Standard Webhooks: <c>v1,</c> and Base64).</summary>
    /// <param name="secret">The secret, <c>whsec_…</c>.</param>
    /// <param name="id">Id of the message.</param>
    /// <param name="at">When the attempt is made.</param>
    /// <param name="body">The body, exactly as it is sent.</param>
    string Sign(string secret, PaymentEventId id, DateTimeOffset at, byte[] body);
}
