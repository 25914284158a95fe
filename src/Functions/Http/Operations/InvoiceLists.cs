using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>The operations of one payment and one kind, newest first.</summary>
public sealed class InvoiceLists(IOperationReader reader)
{
    /// <summary>Takes the query of such a list.</summary>
    internal static QueryReader Query(HttpRequest request, params IEnumerable<string> others) =>
        new(request, [InvoiceReader.Name, .. PageReader.Parameters, .. others]);

    /// <summary>The page that is asked for, or all of it as CSV.</summary>
    internal async Task<IResult> AnswerAsync(
        OperationKind kind,
        QueryReader query,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var invoiceNo = query.Invoice();
        var (limit, first) = PageReader.Read(query);
        OperationPageAnswers.CheckForm(query, request);
        if (!query.Errors.None)
            return query.Refusal;

        var merchantId = Caller.Of(request.HttpContext).Merchant.Id;
        return await OperationPageAnswers.AnswerAsync(
            query,
            request,
            first,
            cursor => reader.ListByInvoiceAsync(merchantId, new(invoiceNo, kind, limit, cursor), cancellationToken)
        );
    }
}
