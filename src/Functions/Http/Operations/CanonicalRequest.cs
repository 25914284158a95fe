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
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
