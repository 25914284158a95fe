using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Voids;

/// <summary>Executes a void at once; what is not final in time goes on in the background.</summary>
public sealed class CreateVoid(OperationAcceptance acceptance)
{
    [Function(nameof(CreateVoid))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/voids")] HttpRequest request,
        FunctionContext context
    ) => acceptance.AcceptAsync(OperationKind.Void, request, context);
}
