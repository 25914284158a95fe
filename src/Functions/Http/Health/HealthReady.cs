using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentOperations.Health;

namespace PaymentGateway.Http.Health;

/// <summary>Whether storage and Key Vault can be reached.</summary>
public sealed class HealthReady(IReadiness readiness)
{
    [Function(nameof(HealthReady))]
    [SuppressMessage("Style", "IDE0060", Justification = "The trigger needs a parameter to sit on.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var parts = await readiness.CheckAsync(cancellationToken);
        var isReady = parts.All(part => part.Ready);
        return new JsonAnswer<HealthBody>(
            isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            new(
                isReady ? "ready" : "notReady",
                [.. parts.Select(part => new HealthPartBody(part.Name, part.Ready, part.Warning))]
            ),
            ApiJson.Plain.HealthBody
        );
    }
}
