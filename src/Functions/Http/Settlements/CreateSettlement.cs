using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Settlements;

/// <summary>Accepts a settlement; a queue function then runs it.</summary>
public sealed class CreateSettlement(OperationAcceptance acceptance)
{
    [Function(nameof(CreateSettlement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/settlements")] HttpRequest request,
        FunctionContext context
    ) => acceptance.AcceptAsync(OperationKind.Settlement, request, context);
}
