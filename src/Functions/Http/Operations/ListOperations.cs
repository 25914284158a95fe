using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>A page of a merchant's operations, or all of them as CSV.</summary>
public sealed class ListOperations(IOperationReader reader, TimeProvider time)
{
    [Function(nameof(ListOperations))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/operations")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, OperationQueryReader.Parameters, OperationQueryReader.Lists);
        var wanted = OperationQueryReader.Read(query, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        OperationPageAnswers.CheckForm(query, request);
        if (!query.Errors.None)
            return query.Refusal;

        var merchantId = Caller.Of(request.HttpContext).Merchant.Id;
        return await OperationPageAnswers.AnswerAsync(
            query,
            request,
            wanted.Cursor,
            cursor => reader.ListAsync(merchantId, wanted with { Cursor = cursor }, cancellationToken)
        );
    }
}
