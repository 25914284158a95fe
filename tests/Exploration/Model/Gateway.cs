using System.Globalization;
using Exploration.Search;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>What the gateway does with a request. It has its own arithmetic: it never refunds more than was captured, and settles and voids once.</summary>
internal static class Gateway
{
    private static readonly Money OtherAmount = Money.FromAmount(4);

    private static readonly Option[] Styles =
    [
        new("", 0),
        new("without marks", 1),
        new("with cut marks", 1),
        new("with the other's mark", 1),
        new("with the key's mark only", 1),
        new("with full marks", 1),
        new("of another amount", 1),
        new("of an unreadable amount", 1),
        new("without a reference yet", 1),
    ];

    /// <summary>Whether the gateway can do it now.</summary>
    public static bool Allows(World world, int operation)
    {
        var plan = world.Scenario.PlanOf(operation);
        return plan.Kind switch
        {
            OperationKind.Refund => world.Payment.IsSettled && plan.Amount!.Value <= world.Left,
            OperationKind.Settlement => world.Payment == TransactionStatus.Approved,
            _ => world.Payment == TransactionStatus.Approved || world.Payment == TransactionStatus.ReadyForSettlement,
        };
    }

    public static void Do(World world, int operation, int attempt, bool decidesLater, Chooser chooser)
    {
        switch (world.Scenario.PlanOf(operation).Kind)
        {
            case OperationKind.Refund:
                world.Refunds = world.Refunds.Add(Refund(world, operation, attempt, decidesLater ? "RP" : "RF", chooser));
                break;
            case OperationKind.Settlement:
                (world.Payment, world.SettledBy) = (TransactionStatus.ReadyForSettlement, operation);
                break;
            default:
                (world.Payment, world.VoidedBy) = (
                    decidesLater ? TransactionStatus.VoidPending : TransactionStatus.Voided,
                    operation
                );
                break;
        }
    }

    // A request after a copy was put back has a number beyond all others.
    public static string ReferenceOf(int operation, int attempt) =>
        attempt >= FirstReferences.Length
            ? string.Create(CultureInfo.InvariantCulture, $"{(operation == 0 ? 'A' : 'B')}{attempt}")
        : operation == 0 ? FirstReferences[attempt]
        : SecondReferences[attempt];

    private static readonly string[] FirstReferences = [.. Enumerable.Range(0, 21).Select(static attempt => $"A{attempt}")];
    private static readonly string[] SecondReferences = [.. Enumerable.Range(0, 21).Select(static attempt => $"B{attempt}")];

    public static GatewayRefund Refund(World world, int operation, int attempt, string status, Chooser chooser)
    {
        var plain = new GatewayRefund(
            operation,
            attempt,
            ReferenceOf(operation, attempt),
            status,
            world.Scenario.PlanOf(operation).Amount!.Value,
            world.Scenario.Marks
        );
        var style = chooser.Pick(Styles);
        if (style == 3)
            for (var other = 0; other < 2; other++)
                if (world.Operations[other] is { } state)
                    world[other] = state.With(Broken.WrongMark);
        return style switch
        {
            1 => plain with { Marks = Marks.Missing },
            2 => plain with { Marks = Marks.Cut },
            3 => plain with { Marks = Marks.OfTheOther },
            4 => plain with { Marks = Marks.KeyOnly },
            5 => plain with { Marks = Marks.Full },
            6 => plain with { Amount = OtherAmount },
            7 => plain with { ShowsAmount = false },
            8 => plain with { ShowsReference = false },
            _ => plain,
        };
    }
}
