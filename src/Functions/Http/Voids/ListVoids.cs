using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Voids;

/// <summary>The voids of one payment.</summary>
public sealed class ListVoids(InvoiceLists lists)
{
    [Function(nameof(ListVoids))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/voids")] HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.AnswerAsync(OperationKind.Void, InvoiceLists.Query(request), request, cancellationToken);
}
