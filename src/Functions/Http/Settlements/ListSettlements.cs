using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Settlements;

/// <summary>The settlements of one payment.</summary>
public sealed class ListSettlements(InvoiceLists lists)
{
    [Function(nameof(ListSettlements))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/settlements")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.AnswerAsync(OperationKind.Settlement, InvoiceLists.Query(request), request, cancellationToken);
}
