using System.Buffers;
using System.Text;
using System.Text.Json;
using TwoC2P;

namespace PaymentGateway.Http.Operations;

/// <summary>
/// What makes two requests the same: method, route and the values of the body in a fixed order and spelling, so that white space, the order of properties and
/// <c>10</c> or <c>10.00</c> make no difference. Contains bank data: never stored or logged as it is.
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>The fingerprint of a POST.</summary>
    public static string Fingerprint(MerchantId merchantId, OperationRequest request) =>
        $"POST\n{OperationAddress.Collection(merchantId, request.Kind)}\n{Body(request)}";

    // Without metadata nothing is written, as before there was any: keys of then go on to match.
    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return;

        json.WriteStartObject("metadata");
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static string Body(OperationRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("invoiceNo", request.InvoiceNo.Text);
            json.WriteString("amount", request.Amount?.ToWire());
            json.WriteStartArray("subMerchants");
            foreach (var share in request.SubMerchants)
            {
                json.WriteStringValue(share.SubMid);
                json.WriteStringValue(share.SubAmount.ToWire());
            }

            json.WriteEndArray();
            json.WriteString("bankCode", request.BankAccount?.BankCode);
            json.WriteString("accountName", request.BankAccount?.AccountName);
            json.WriteString("accountNumber", request.BankAccount?.AccountNumber);
            json.WriteString("reason", request.Reason);
            WriteMetadata(json, request.Metadata);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
