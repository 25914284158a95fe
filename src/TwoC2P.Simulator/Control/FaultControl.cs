using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Orders, lists and clears faults.</summary>
internal static class FaultControl
{
    public static void MapFaults(this RouteGroupBuilder control)
    {
        control.MapPost("/faults", Order);
        control.MapGet("/faults", (FaultQueue faults) => faults.All);
        control.MapDelete("/faults", Clear).TakesOnly("merchantId", "invoiceNo", "processType", "api", "id", "name");
    }

    private static IResult Order(Fault body, FaultQueue faults, ReferenceNumbers references)
    {
        if (FaultChecks.Problem(body) is { } problem)
            return ControlApi.Bad(problem);
        faults.Add(body with { OrderedAfter = references.NextNumber() });
        return Results.Created("/_control/faults", body);
    }

    private static object Clear([AsParameters] FaultMatch match, string? name, FaultQueue faults) =>
        new { cleared = faults.Clear(match, name) };
}
