using System.Text.Json;
using System.Text.Unicode;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>Reads the bodies of refunds, settlements and voids.</summary>
internal static class OperationRequestReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    private static readonly Dictionary<OperationKind, string[]> Properties = new()
    {
        [OperationKind.Refund] = [InvoiceReader.Name, "amount", "subMerchants", "bankAccount", "reason"],
        [OperationKind.Settlement] = [InvoiceReader.Name, "amount", "subMerchants"],
        [OperationKind.Void] = [InvoiceReader.Name],
    };

    /// <summary>The request, or everything that is wrong with it.</summary>
    public static (OperationRequest? Request, Problem? Refused) Read(OperationKind kind, ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return (null, NotJson());

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return Read(kind, document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON. The parser's own message may quote the body, so the caller gets ours.
            return (null, NotJson());
        }
    }

    private static (OperationRequest? Request, Problem? Refused) Read(OperationKind kind, JsonElement root)
    {
        var errors = new RequestErrors();
        var reader = new JsonObjectReader(root, "", errors, Properties[kind]);
        if (!reader.IsObject)
            return (null, Invalid(errors));

        var hasAmount = Properties[kind].Contains("amount");
        var invoiceNo = reader.Invoice();
        var amount = hasAmount ? reader.Amount("amount") : null;
        var request = new OperationRequest
        {
            Kind = kind,
            InvoiceNo = invoiceNo,
            Amount = amount,
            SubMerchants = reader.SubMerchants("subMerchants", amount),
            BankAccount = reader.BankAccount("bankAccount"),
            Reason = reader.Reason("reason"),
        };
        return errors.None ? (request, null) : (null, Invalid(errors));
    }

    private static Problem Invalid(RequestErrors errors) =>
        new(ErrorCodes.InvalidRequest, "Change the request as the errors say; nothing was done.") { Errors = errors };

    private static Problem NotJson()
    {
        var errors = new RequestErrors();
        errors.Add("$", "Send one JSON object in UTF-8, without comments and trailing commas.");
        return Invalid(errors);
    }
}
