using System.Collections.Concurrent;
using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>2C2P's notifications about a refund: of what it is, of what it was, of the opposite, maimed, forged, and given to the wrong operation.</summary>
internal static class Callbacks
{
    private enum Kind
    {
        Honest,
        Old,
        Wrong,
        Forged,
        WithoutAmount,
        WithoutReference,
        Misaddressed,
    }

    private static readonly ConcurrentDictionary<
        (string Reference, string Status, Kind Kind),
        (string Hash, string Words)
    > Texts = new();

    public static void AddAbout(World world, GatewayRefund refund, List<Step> steps)
    {
        if (refund.Operation is not { } owner || world.Operations[owner] is null)
            return;

        Add(world, owner, refund, refund.Status, Kind.Honest, steps);
        Add(world, owner, refund, refund.Status, Kind.WithoutAmount, steps);
        Add(world, owner, refund, refund.Status, Kind.WithoutReference, steps);
        Add(world, 1 - owner, refund, refund.Status, Kind.Misaddressed, steps);
        if (refund.Status == "RP")
            return;
        Add(world, owner, refund, "RP", Kind.Old, steps);
        Add(world, owner, refund, refund.IsDone ? "RFF" : "RF", Kind.Wrong, steps);
        if (!refund.IsDone)
            Add(world, owner, refund, "RF", Kind.Forged, steps);
    }

    private static void Add(World world, int operation, GatewayRefund refund, string status, Kind kind, List<Step> steps)
    {
        if (world.Operations[operation] is not { } state)
            return;
        // What fits the operation neither by its amount nor by its mark goes into quarantine.
        var fits = kind == Kind.Misaddressed || refund.Marks != Marks.Full ? refund.Amount == state.Row.Amount : true;
        if (!fits || (kind == Kind.WithoutAmount && refund.Marks != Marks.Full))
            return;

        var (hash, words) = Texts.GetOrAdd((refund.Reference, status, kind), static key => TextsOf(key));
        // Repeated, it is the same row of the inbox.
        foreach (var message in state.Messages)
            if (message.Hash == hash)
                return;
        steps.Add(
            new Step(
                words,
                kind == Kind.Honest && status != "RP" ? 0 : 1,
                (after, _) => Deliver(after, operation, refund, status, kind, hash)
            )
        );
    }

    private static (string, string) TextsOf((string Reference, string Status, Kind Kind) key)
    {
        var kind = key.Kind switch
        {
            Kind.Honest => "a callback",
            Kind.Old => "an old callback",
            Kind.Wrong => "a callback that is wrong",
            Kind.Forged => "a forged callback",
            Kind.WithoutAmount => "a callback without amount",
            Kind.WithoutReference => "a callback without reference",
            Kind.Misaddressed => "a callback to the other operation's address",
            _ => throw new InvalidOperationException($"The kind {key.Kind} has no words."),
        };
        return ($"callback|{key}", $"{kind} says that {key.Reference} is {key.Status}");
    }

    private static void Deliver(World world, int operation, GatewayRefund refund, string status, Kind kind, string hash)
    {
        var isMarked = refund.Marks == Marks.Full;
        var answer = new DecisiveAnswer
        {
            ProcessType = "R",
            RespCode = "00",
            Status = status,
            Amount = kind == Kind.WithoutAmount ? null : refund.Amount.ToWire(),
            // The end of RFF, moved behind the empty approval code: the hash of the failure is that of the forgery.
            ReferenceNo = kind == Kind.Forged ? $"F{Scenario.TransactionReference}" : Scenario.TransactionReference,
            RefundReferenceNo = kind == Kind.WithoutReference ? null : refund.Reference,
            ApprovalCode = status == "RF" && kind != Kind.Forged ? "A1B2C3" : null,
            UserDefined1 = isMarked ? Scenario.IdOf(refund.Operation!.Value).ToString() : null,
            UserDefined2 = isMarked ? world.Scenario.KeyHashOf(refund.Operation!.Value) : null,
        };
        var state = world[operation];
        if (kind == Kind.Wrong)
            state = state.With(Broken.Lie);
        world[operation] = state with
        {
            Messages = state.Messages.Add(new InboxMessage(InboxKind.Callback, hash, 0, world.Now, answer)),
        };
    }
}
