using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentOperations.Notifications;

namespace PaymentGateway.Http.Notifications;

/// <summary>2C2P's callback to the notifyURL of a refund. Whatever its content type: what counts is the signature inside.</summary>
public sealed class ReceiveNotification(INotificationIntake intake, CallbackGate gate)
{
    [Function(nameof(ReceiveNotification))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "notifications/{merchantId}/{operationId}")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (body, refused) = await JsonBody.ReadAsync(request);
        if (refused is not null)
            return refused;

        // The same answer as to a message that does not verify (docs/adr: notifications answer alike).
        if (!gate.LetsIn(request.HttpContext))
            return Answer(NotificationResult.NotVerified);

        var merchantId = request.RouteValues["merchantId"] as string ?? "";
        var operationId = request.RouteValues["operationId"] as string ?? "";
        var result = await intake.ReceiveAsync(merchantId, operationId, body, cancellationToken);
        gate.Learn(request.HttpContext, result);
        return Answer(result);
    }

    private static IResult Answer(NotificationResult result) =>
        result switch
        {
            NotificationResult.Stored or NotificationResult.Quarantined => JsonAnswer.Ok(new(true), ApiJson.Plain.ReceivedBody),
            NotificationResult.NotVerified => new Problem(
                ErrorCodes.NotificationNotVerified,
                "There is no message with a hash of this merchant's secret key, so nothing was believed or kept. Send 2C2P's message as form field notifyResponse, or as the body itself."
            ),
            NotificationResult.Unavailable => new Problem(ErrorCodes.Unavailable, "The message could not be kept. Send it again.")
            {
                RetryAfter = TimeSpan.FromSeconds(30),
            },
            _ => throw new UnreachableException("Every result of a notification has its answer."),
        };
}
