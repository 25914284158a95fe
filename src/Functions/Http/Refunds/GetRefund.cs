using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Refunds;

/// <summary>One refund of a merchant.</summary>
public sealed class GetRefund(OperationReads reads)
{
    [Function(nameof(GetRefund))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/refunds/{id}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => reads.FindAsync(OperationKind.Refund, request, cancellationToken);
}
