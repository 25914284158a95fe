using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Refunds;

/// <summary>Accepts a refund; a queue function then runs it.</summary>
public sealed class CreateRefund(OperationAcceptance acceptance)
{
    [Function(nameof(CreateRefund))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/refunds")] HttpRequest request,
        FunctionContext context
    ) => acceptance.AcceptAsync(OperationKind.Refund, request, context);
}
