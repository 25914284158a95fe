using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Contract;

/// <summary>What this API takes and answers, as OpenAPI 3.1.</summary>
public static class GetOpenApi
{
    private static readonly PublicDocument Document = new("application/json", ContractFiles.Bytes("openapi.json"));

    [Function(nameof(GetOpenApi))]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request
    ) => Document.AnswerTo(request);
}
