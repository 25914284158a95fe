using System.Text;
using System.Text.Json;
using PaymentOperations.Operations;
using StandardWebhooks;

namespace PaymentOperations.Tests.Support;

/// <summary>Writes of an event what tests look at, and signs as the app does: with the library.</summary>
internal sealed class PlainWebhookFormat : IWebhookFormat
{
    public byte[] BodyOf(PaymentEvent told) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = told.Id.ToString(),
                type = told.Type.Text,
                order = told.Order,
                invoiceNo = told.Operation.InvoiceNo.Text,
                status = told.Operation.Status.ToString(),
            }
        );

    public string Sign(string secret, PaymentEventId id, DateTimeOffset at, byte[] body) =>
        new StandardWebhook(secret).Sign(id.ToString(), at, Encoding.UTF8.GetString(body));
}
