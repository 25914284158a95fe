using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>People who settle what needs review, and cancel what waits. They know what is true at the gateway this moment, and say nothing else; what comes later they cannot know.</summary>
internal static class Persons
{
    private const int MostWords = 2;

    private static readonly (ResolutionOutcome Outcome, Step[] Steps)[] Words =
    [
        (ResolutionOutcome.Succeeded, StepsOf(ResolutionOutcome.Succeeded, "succeeded", 0)),
        (ResolutionOutcome.Failed, StepsOf(ResolutionOutcome.Failed, "failed", 0)),
        (ResolutionOutcome.SendAgain, StepsOf(ResolutionOutcome.SendAgain, "is to be sent again", 0)),
        (ResolutionOutcome.Cancelled, StepsOf(ResolutionOutcome.Cancelled, "is cancelled", 1)),
    ];

    public static void AddSteps(World world, int operation, List<Step> steps)
    {
        if (
            !world.Scenario.HasPersons
            || world[operation] is not { Row: { ClaimToken: null } row, Words: < MostWords } state
            || state.HasNews
        )
            return;
        foreach (var (outcome, said) in Words)
            if (IsSaid(world, operation, row, outcome))
                steps.Add(said[operation]);
    }

    /// <summary>The refund that a person would name.</summary>
    public static GatewayRefund? Named(World world, int operation)
    {
        var own = world.Refunds.Where(refund => refund.IsLive && World.IsOf(refund, operation)).ToList();
        // What 2C2P itself gave it, whosever it is in truth, nobody can take from it.
        return world.Refunds.FirstOrDefault(refund => refund.IsLive && refund.Reference == world[operation].Row.Reference)
            ?? own.FirstOrDefault();
    }

    /// <summary>What a person overrules: all that may be, but what says of a pending refund that it is more.</summary>
    public static IReadOnlyList<string> Despite(World world, int operation, ResolutionVerdict.Refused refused)
    {
        var pending = Named(world, operation) is { Status: "RP" } named ? $"{named.Reference}:" : null;
        return
        [
            .. refused
                .Contradictions.Where(one => one.MayBeOverruled)
                .Select(one => one.Key)
                .Where(key =>
                    pending is null || !key.StartsWith(pending, StringComparison.Ordinal) || key == $"{pending}{Saying.Taken}"
                ),
        ];
    }

    /// <summary>Whether a person would stand by it: nobody calls done what is pending.</summary>
    public static bool IsTrue(World world, int operation, OperationRow row, OperationStatus to) =>
        row.IsFinal || to != OperationStatus.Succeeded || world.TimesDone(operation) > 0;

    /// <summary>Notes that a word was followed, and what nobody could know then.</summary>
    public static void Note(World world, int operation, ResolutionOutcome outcome)
    {
        var state = world[operation];
        var own = world.Refunds.Where(refund => World.IsOf(refund, operation)).ToList();
        var live = own.FindAll(static refund => refund.IsLive);
        var isOpen = world.Late.Any(late => late.Operation == operation) || state.Flight is not null;
        if (
            outcome == ResolutionOutcome.Succeeded
                ? live.Count > 1 || live.Exists(refund => refund.Amount != state.Row.Amount)
                : outcome != ResolutionOutcome.Cancelled && isOpen
        )
            state = state.With(Broken.Word);
        world[operation] = state with
        {
            Words = state.Words + 1,
            Acknowledged = [.. own.Select(static refund => $"{refund.Reference} {refund.IsLive}")],
            MessagesWhenSaid = [.. state.Messages.Select(static message => message.Hash)],
            SawAllWhenSaid = state.SawAll,
            TruthWhenSaid = TruthOf(world, operation),
        };
    }

    /// <summary>What 2C2P did and said, in one text.</summary>
    public static string TruthOf(World world, int operation) =>
        $"{world.Payment}|{string.Join(',', world.Refunds.Select(static refund => $"{refund.Reference}{refund.Status}{refund.ShowsReference}"))}|{world[operation].Messages.Count(static message => message.Kind != InboxKind.Listing)}";

    private static bool IsSaid(World world, int operation, OperationRow row, ResolutionOutcome outcome)
    {
        if (outcome == ResolutionOutcome.Cancelled)
            return row is { Status: OperationStatus.Accepted } && !row.MaybeSent.Any();
        if (!row.NeedsReview)
            return false;
        var isDone = world.TimesDone(operation) > 0 || world.IsTaken(operation);
        return outcome switch
        {
            ResolutionOutcome.Succeeded => isDone,
            ResolutionOutcome.Failed => !isDone,
            _ => !isDone && !row.IsFinal,
        };
    }

    private static Step[] StepsOf(ResolutionOutcome outcome, string words, int cost) =>
        [
            .. ((string[])["first", "second"]).Select(
                (name, operation) =>
                    new Step(
                        $"a person says that the {name} operation {words}",
                        cost,
                        (world, chooser) => new Worker(world, operation, chooser).Hear(outcome)
                    )
            ),
        ];
}
