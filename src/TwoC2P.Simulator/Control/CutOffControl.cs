using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Control;

/// <summary>Reads and sets the end of the acquirer's day.</summary>
internal static class CutOffControl
{
    public static void MapCutOff(this RouteGroupBuilder control)
    {
        control.MapGet("/void-cut-off", (GatewayClock clock) => new NewCutOff(clock.CutOff.ToString()));
        control.MapPut("/void-cut-off", Set);
    }

    private static IResult Set(NewCutOff body, GatewayClock clock)
    {
        if (VoidCutOff.TryRead(body.At) is not { } cutOff)
            return ControlApi.Bad("at is a local time such as 20:00, or none.");
        clock.CutOff = cutOff;
        return Results.Ok(body);
    }
}
