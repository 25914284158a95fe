using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Settlements;

/// <summary>One settlement of a merchant.</summary>
public sealed class GetSettlement(OperationReads reads)
{
    [Function(nameof(GetSettlement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/settlements/{id}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => reads.FindAsync(OperationKind.Settlement, request, cancellationToken);
}
