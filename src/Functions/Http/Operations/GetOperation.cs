using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Operations;

/// <summary>One operation of any kind.</summary>
public sealed class GetOperation(OperationReads reads)
{
    [Function(nameof(GetOperation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/operations/{id}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => reads.FindAsync(kind: null, request, cancellationToken);
}
