using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Jose;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Gateway;

/// <summary>The address of the new generation, for all four root elements: the body is the token, whatever its content type. Who is not known is told by the HTTP status.</summary>
internal sealed class MaintenanceEndpoint(
    JoseEnvelope envelope,
    PaymentActionEndpoint payments,
    FrontDoor door,
    CallLog calls,
    GatewayClock clock
)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var text = (await body.ReadToEndAsync(http.RequestAborted)).Trim();
        if (door.Status is { } closed)
        {
            Refuse(http, closed, merchantId: "");
            return;
        }

        if (envelope.Open(text) is not { } opened)
        {
            Refuse(http, StatusCodes.Status400BadRequest, merchantId: "");
            return;
        }

        var message = XmlMessage.TryRead(opened, isSigned: true);
        var merchantId = message?["merchantID"] ?? "";
        if (envelope.IsSignedBy(merchantId, text))
            await payments.ServeAsync(http, envelope, message, ProtocolError.Answer("02", clock));
        else
            Refuse(http, StatusCodes.Status401Unauthorized, merchantId);
    }

    private void Refuse(HttpContext http, int status, string merchantId)
    {
        calls.Add(
            new CallRecord(clock.Now, EnvelopeKind.Jose, new CallSubject(MerchantId: merchantId)) { Fault = $"http-{status}" }
        );
        http.Response.StatusCode = status;
    }
}
