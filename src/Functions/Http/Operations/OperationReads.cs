using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>Reads one operation by the id in the address.</summary>
public sealed class OperationReads(IOperationReader reader)
{
    /// <summary>The operation, or 404 when there is none of this id and, where one is asked for, of this kind.</summary>
    internal async Task<IResult> FindAsync(OperationKind? kind, HttpRequest http, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var operation = OperationId.TryParse(http.RouteValues["id"] as string, out var id)
            ? await reader.FindAsync(caller.Merchant.Id, id, cancellationToken)
            : null;

        return operation is not null && (kind is null || operation.Kind == kind)
            ? JsonAnswer.Ok(OperationBody.Of(operation), ApiJson.Plain.OperationBody)
            : new Problem(
                ErrorCodes.OperationNotFound,
                "Check the id in the address, as Location gave it: this merchant has none here."
            );
    }
}
