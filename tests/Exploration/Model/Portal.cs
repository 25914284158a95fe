using PaymentOperations.Operations;

namespace Exploration.Model;

/// <summary>A person who refunds in 2C2P's portal, once.</summary>
internal static class Portal
{
    public static bool IsPossible(World world) =>
        world.Scenario.First is { Kind: OperationKind.Refund, Amount: { } amount }
        && world.Payment.IsSettled
        && amount <= world.Left
        && world.Refunds.All(static refund => refund.Reference != "P1");

    public static void Refund(World world)
    {
        world.Refunds = world.Refunds.Add(
            new GatewayRefund(null, 0, "P1", "RF", world.Scenario.First.Amount!.Value, Marks.Missing)
        );
        if (!world.Scenario.IsPortalClosed)
            return;
        for (var operation = 0; operation < 2; operation++)
            if (world.Operations[operation] is { } state)
                world[operation] = state.With(Broken.Portal);
    }
}
