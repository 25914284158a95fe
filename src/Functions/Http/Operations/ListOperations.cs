using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>A page of a merchant's operations.</summary>
public sealed class ListOperations(IOperationReader reader, TimeProvider time)
{
    [Function(nameof(ListOperations))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/operations")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, OperationQueryReader.Parameters);
        var wanted = OperationQueryReader.Read(query, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (!query.Errors.None)
            return query.Refusal;

        var page = await reader.ListAsync(Caller.Of(request.HttpContext).Merchant.Id, wanted, cancellationToken);
        if (page.CursorIsValid)
            return JsonAnswer.Ok(new([.. page.Items.Select(OperationBody.InList)], page.NextCursor), ApiJson.Plain.OperationList);

        query.Errors.Add(
            "cursor",
            "Give nextCursor of the page before, unchanged and with the same query, or leave it out to begin again."
        );
        return query.Refusal;
    }
}
