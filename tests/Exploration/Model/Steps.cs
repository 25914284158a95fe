using Exploration.Search;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>Everything that may happen next in a state.</summary>
internal static class Steps
{
    private static readonly Step[] Runs =
    [
        new("the first operation runs", 0, static (world, chooser) => new Worker(world, 0, chooser).Run()),
        new("the second operation runs", 0, static (world, chooser) => new Worker(world, 1, chooser).Run()),
    ];

    private static readonly Step[] Writes =
    [
        new("the first operation's stalled worker writes", 0, static (world, chooser) => WriteStalled(world, 0, chooser)),
        new("the second operation's stalled worker writes", 0, static (world, chooser) => WriteStalled(world, 1, chooser)),
    ];

    private static readonly Step Accept = new("the second operation is accepted", 0, static (world, _) => world.Accept(1));

    private static readonly Step[] LateDeeds =
    [
        .. Enumerable
            .Range(0, 10)
            .Select(static i => new Step("2C2P does a late request", 0, (world, chooser) => DoLate(world, i, chooser))),
    ];

    private static readonly Step[] Dones = OnRefund("done", static refund => refund with { Status = "RF" });
    private static readonly Step[] Fails = OnRefund("failed", static refund => refund with { Status = "RFF" });
    private static readonly Step[] References = OnRefund(
        "shown with its reference",
        static refund => refund with { ShowsReference = true }
    );

    private static readonly Step Settled = new(
        "the payment is settled",
        0,
        static (world, _) => world.Payment = TransactionStatus.Settled
    );
    private static readonly Step VoidDone = new(
        "the void is done",
        0,
        static (world, _) => world.Payment = TransactionStatus.Voided
    );
    private static readonly Step VoidFails = new(
        "the void fails",
        0,
        static (world, _) => world.Payment = TransactionStatus.Approved
    );
    private static readonly Step SettledInstead = new(
        "2C2P settles the payment by itself",
        1,
        static (world, _) => SettleByItself(world)
    );

    private static readonly Step PortalRefund = new(
        "somebody refunds the same amount in the portal",
        1,
        static (world, _) => Portal.Refund(world)
    );
    private static readonly Step Older = new("the ledger is an older copy", 1, static (world, _) => OlderCopy.Restore(world));
    private static readonly Step PutBack = new(
        "a copy of the ledger is put back",
        1,
        static (world, _) => OlderCopy.PutBack(world)
    );
    private static readonly Step First = new(
        "the rows are the first edition's",
        1,
        static (world, _) => FirstEdition.Rewrite(world)
    );

    public static List<Step> Of(World world)
    {
        List<Step> steps = [];
        for (var operation = 0; operation < 2; operation++)
        {
            if (world.Operations[operation] is not { } state)
                continue;
            if (Due.At(world, operation) is not null)
                steps.Add(Runs[operation]);
            Persons.AddSteps(world, operation, steps);
            if (state.Flight is not null)
                steps.Add(Writes[operation]);
        }

        if (MayAccept(world))
            steps.Add(Accept);
        for (var i = 0; i < world.Late.Length; i++)
            steps.Add(LateDeeds[i]);
        AddOfRefunds(world, steps);
        if (world.Payment == TransactionStatus.ReadyForSettlement)
            steps.Add(Settled);
        if (world.Payment == TransactionStatus.VoidPending)
            steps.AddRange(VoidDone, VoidFails, SettledInstead);
        if (Portal.IsPossible(world))
            steps.Add(PortalRefund);
        if (OlderCopy.IsPossible(world))
            steps.Add(Older);
        if (OlderCopy.IsPutBackPossible(world))
            steps.Add(PutBack);
        // Its versions know no words of people.
        if (
            !world.WasUpgraded
            && world.Operations.All(static state => state is null or { Words: 0 })
            && world.Operations.Any(static state => state?.Row.Attempts.Count > 0)
        )
            steps.Add(First);
        return steps;
    }

    private static void AddOfRefunds(World world, List<Step> steps)
    {
        for (var i = 0; i < world.Refunds.Length; i++)
        {
            var refund = world.Refunds[i];
            if (refund.Status == "RP")
                steps.AddRange(Dones[i], Fails[i]);
            if (!refund.ShowsReference)
                steps.Add(References[i]);
            Callbacks.AddAbout(world, refund, steps);
        }
    }

    private static Step[] OnRefund(string words, Func<GatewayRefund, GatewayRefund> change) =>
        [
            .. Enumerable
                .Range(0, 10)
                .Select(i => new Step(
                    $"refund {i + 1} is {words}",
                    0,
                    (world, _) => world.Refunds = world.Refunds.SetItem(i, change(world.Refunds[i]))
                )),
        ];

    private static bool MayAccept(World world)
    {
        if (world.Operations[1] is not null || world.Scenario.Second is not { } plan)
            return false;
        var isFree = !world[0].Row.InLine;
        return plan.Kind == OperationKind.Refund
            ? (isFree || world.Scenario.First.Kind == OperationKind.Refund)
                && plan.Amount!.Value <= Scenario.Captured - world.Invoice.Reserved
            : isFree;
    }

    private static void WriteStalled(World world, int operation, Chooser chooser)
    {
        var (flight, isCurrent) = (world[operation].Flight!, world[operation].IsFlightCurrent);
        world[operation] = world[operation] with { Flight = null, IsFlightCurrent = false };
        if (isCurrent)
        {
            new Worker(world, operation, chooser).WriteOutcome(flight.Outcome);
            return;
        }

        if (flight.Outcome is not PaymentActionOutcome.Verified verified)
            return;
        var message = new InboxMessage(
            InboxKind.LateAnswer,
            verified.Evidence.VerifiedHash,
            flight.Attempt,
            world.Now,
            DecisiveAnswer.Of(verified.Response, verified.Evidence)
        );
        world[operation] = world[operation] with { Messages = world[operation].Messages.Add(message) };
    }

    private static void SettleByItself(World world)
    {
        world.Payment = TransactionStatus.Settled;
        for (var operation = 0; operation < 2; operation++)
            if (world.Operations[operation] is { } state)
                world[operation] = state.With(Broken.Portal);
    }

    private static void DoLate(World world, int index, Chooser chooser)
    {
        var late = world.Late[index];
        world.Late = world.Late.RemoveAt(index);
        if (!Gateway.Allows(world, late.Operation))
            return;
        Lags.NoteLate(world, late);
        Gateway.Do(world, late.Operation, late.Attempt, decidesLater: false, chooser);
    }
}
