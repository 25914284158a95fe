using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;

namespace PaymentGateway.Http.Health;

/// <summary>Whether the process answers at all. Asks nobody, so that an outage elsewhere never restarts a healthy app.</summary>
public static class HealthLive
{
    [Function(nameof(HealthLive))]
    [SuppressMessage("Style", "IDE0060", Justification = "The trigger needs a parameter to sit on.")]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request
    ) => JsonAnswer.Ok(new("live", []), ApiJson.Plain.HealthBody);
}
