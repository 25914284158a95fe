using TwoC2P.Simulator.Faults;

namespace TwoC2P.Simulator.Control;

/// <summary>Orders, lists and clears faults.</summary>
internal static class FaultControl
{
    public static void MapFaults(this RouteGroupBuilder control)
    {
        control.MapPost("/faults", Order);
        control.MapGet("/faults", (FaultQueue faults) => faults.All);
        control.MapDelete(
            "/faults",
            (string? merchantId, string? invoiceNo, string? api, string? id, FaultQueue faults) =>
                new { cleared = faults.Clear(merchantId, invoiceNo, api, id) }
        );
    }

    private static IResult Order(Fault body, FaultQueue faults)
    {
        if (body.Kind is null || !FaultKinds.All.ContainsKey(body.Kind))
            return ControlApi.Bad($"kind is one of {string.Join(", ", FaultKinds.All.Keys.Order(StringComparer.Ordinal))}.");
        if (body.Times is 0 or < -1)
            return ControlApi.Bad("times is at least 1, or -1 for until cleared.");
        if (body.Seconds < 0)
            return ControlApi.Bad("seconds is not negative.");
        if (body.Kind == FaultKinds.SetFields && body.Fields is not { Count: > 0 })
            return ControlApi.Bad("set-fields needs fields: their published names and the texts to send.");
        faults.Add(body);
        return Results.Created("/_control/faults", body);
    }
}
