using System.Text;
using System.Text.Json;
using PaymentGateway.Http.Events;
using PaymentGateway.Http.Json;
using PaymentOperations.Operations;
using StandardWebhooks;

namespace PaymentGateway.Webhooks;

/// <summary>Webhooks after Standard Webhooks (https://www.standardwebhooks.com): the library signs, and the body is the event as the list of events shows it.</summary>
internal sealed class StandardWebhookFormat : IWebhookFormat
{
    /// <inheritdoc />
    public byte[] BodyOf(PaymentEvent told) => JsonSerializer.SerializeToUtf8Bytes(EventBody.Of(told), ApiJson.Plain.EventBody);

    /// <inheritdoc />
    public string Sign(string secret, PaymentEventId id, DateTimeOffset at, byte[] body) =>
        new StandardWebhook(secret).Sign(id.ToString(), at, Encoding.UTF8.GetString(body));
}
