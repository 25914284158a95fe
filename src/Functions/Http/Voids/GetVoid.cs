using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Voids;

/// <summary>One void of a merchant.</summary>
public sealed class GetVoid(OperationReads reads)
{
    [Function(nameof(GetVoid))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/voids/{id}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => reads.FindAsync(OperationKind.Void, request, cancellationToken);
}
