using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Delivery;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Control;

/// <summary>Lists the received calls, and records who follows a redirect.</summary>
internal static class CallControl
{
    private static readonly string[] AnyVerb = ["GET", "POST", "PUT", "HEAD"];

    public static void MapCalls(this RouteGroupBuilder control)
    {
        control.MapGet(
            "/calls",
            (string? merchantId, string? invoiceNo, string? api, string? id, CallLog calls) =>
                calls.Read(merchantId, invoiceNo, api, id)
        );
        control.MapMethods(
            FaultyDelivery.RedirectTarget["/_control".Length..],
            AnyVerb,
            (CallLog calls, GatewayClock clock) =>
            {
                calls.Add(new CallRecord(clock.Now, EnvelopeKind.Base64, new CallSubject()) { Fault = "redirect-followed" });
                return Results.NoContent();
            }
        );
    }
}
