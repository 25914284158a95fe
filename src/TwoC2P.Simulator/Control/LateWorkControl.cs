using TwoC2P.Simulator.Delivery;

namespace TwoC2P.Simulator.Control;

/// <summary>Shows the work that is held back, has it done, or has it never done.</summary>
internal static class LateWorkControl
{
    public static void MapLateWork(this RouteGroupBuilder control)
    {
        control.MapGet(
            "/late-work",
            (string? merchantId, string? invoiceNo, string? name, LateWork late) =>
                late.Read(new HeldFilter(merchantId, invoiceNo, name))
        );
        control.MapPost("/late-work/release", (HeldFilter body, LateWork late) => new { released = late.Release(body) });
        control
            .MapDelete(
                "/late-work",
                (string? merchantId, string? invoiceNo, string? name, LateWork late) =>
                    new { dropped = late.Drop(new HeldFilter(merchantId, invoiceNo, name)) }
            )
            .TakesOnly("merchantId", "invoiceNo", "name");
    }
}
