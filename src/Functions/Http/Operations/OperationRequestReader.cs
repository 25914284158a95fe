using System.Text.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>Reads the bodies of refunds, settlements and voids.</summary>
internal static class OperationRequestReader
{
    private static readonly Dictionary<OperationKind, string[]> Properties = new()
    {
        [OperationKind.Refund] = [InvoiceReader.Name, "amount", "subMerchants", "bankAccount", "reason", "metadata"],
        [OperationKind.Settlement] = [InvoiceReader.Name, "amount", "subMerchants", "reason", "metadata"],
        [OperationKind.Void] = [InvoiceReader.Name, "reason", "metadata"],
    };

    /// <summary>The request; complains about everything that is wrong with it.</summary>
    public static OperationRequest? Read(OperationKind kind, JsonElement body, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, Properties[kind]);
        if (!reader.IsObject)
            return null;

        var hasAmount = Properties[kind].Contains("amount");
        var invoiceNo = reader.Invoice();
        var amount = hasAmount ? reader.Amount("amount") : null;
        return new OperationRequest
        {
            Kind = kind,
            InvoiceNo = invoiceNo,
            Amount = amount,
            SubMerchants = reader.SubMerchants("subMerchants", amount),
            BankAccount = reader.BankAccount("bankAccount"),
            Reason = reader.Reason("reason"),
            Metadata = reader.Metadata("metadata"),
        };
    }
}
