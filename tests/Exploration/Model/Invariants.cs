using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace Exploration.Model;

/// <summary>What must hold in every state, whatever the gateway, the workers and the callers did.</summary>
internal static class Invariants
{
    private const int MostEvents = 40;

    /// <summary>What must hold before a request leaves.</summary>
    public static void OfSending(World world, int operation, CaseFile file, Look look, Permit permit)
    {
        var row = file.Row;
        if (
            row.Kind == OperationKind.Refund
            && row.MaybeSent.Any()
            && look.View is not GatewayView.Seen { Response.ProcessType: "RS" }
        )
            world.Fail("a refund is sent again without a list");
        if (new Testimony(file).Forbidding.FirstOrDefault() is { } said)
            world.Fail($"it is sent although 2C2P said: {said}");
        if (row.IsHinted)
            world.Fail("it is sent although a hint knows it as more advanced");
        if (row.RestoredAt is not null)
            world.Fail("it is sent although the ledger was put back and nobody looked");
        if (world.Scenario.IsTwin && operation == 1)
            world.Fail("it is sent although another operation has the same idempotency key");
        if (permit.Licence == Licence.DoneWithin)
            world[operation] = world[operation].With(Broken.Licensed);
        if (permit.Licence != Licence.First != row.MaybeSent.Any())
            world.Fail($"the licence is {permit.Licence} although the request is {(row.MaybeSent.Any() ? "not " : "")}the first");
        if (
            row.Kind == OperationKind.Refund
            && look.View is GatewayView.Seen { Response.Refunds: var refunds }
            && refunds.Any(entry =>
                !entry.Status.IsFailedRefund
                && !file.Ledger.IsOwnedByAnother(entry.ReferenceNo, row.Id)
                && (
                    entry.UserDefined.ElementAtOrDefault(0) == row.Id.ToString()
                    || entry.UserDefined.ElementAtOrDefault(1) == row.KeyHash
                )
            )
        )
            world.Fail("it is sent although 2C2P lists it with our mark");
    }

    /// <summary>What must hold when an operation ends: what was known is told at once.</summary>
    public static void OfEnd(World world, int operation, OperationRow before, Look? look, DateTimeOffset now)
    {
        var row = world[operation].Row;
        if (before.IsFinal || !row.IsFinal || row.NeedsReview)
            return;
        foreach (var seen in look is null ? new Look?[] { null } : [null, look])
            if (
                Judge.Decide(world.File(operation, row, now), seen) is Verdict.Change
                {
                    Transition: { Alarm: not null } transition
                }
            )
                world.Fail($"it ends as {row.Status} and nobody is told what was known: {transition.Note}");
    }

    /// <summary>What must hold when a person is called: not again for what a person has looked at.</summary>
    public static void OfCalling(World world, int operation, OperationRow before)
    {
        var state = world[operation];
        if (
            before is { IsFinal: true, NeedsReview: false }
            && state is { Row.NeedsReview: true, Words: > 0, SawAllWhenSaid: true, SawAll: true }
            && state.TruthWhenSaid == Persons.TruthOf(world, operation)
        )
            world.Fail($"a person is called again for what a person has looked at: {state.Row.ReviewReason}");
    }

    /// <summary>What must hold when a person is not followed: who says of what has ended what the whole of 2C2P's list shows, can take the flag away.</summary>
    public static void OfWord(World world, int operation, ResolutionOutcome outcome, ResolutionVerdict verdict)
    {
        var state = world[operation];
        if (
            verdict is ResolutionVerdict.Refused refused
            && state.Row.Kind == OperationKind.Refund
            && state is { Row.IsFinal: true, SawAll: true }
            && outcome is ResolutionOutcome.Succeeded or ResolutionOutcome.Failed
            && world.Refunds.All(static refund => refund.ShowsReference)
            && !IsExcused(world, state, Broken.WrongMark | Broken.Word)
        )
            world.Fail(
                $"nobody can settle it: {refused.Reason} {string.Join("; ", refused.Contradictions.Select(static one => one.Words))}"
            );
    }

    /// <summary>What must hold after every step.</summary>
    public static string? Of(World before, World world)
    {
        if (world.Violation is { } found)
            return found;

        for (var operation = 0; operation < 2; operation++)
            if (world.Operations[operation] is { } state && Of(before, world, operation, state) is { } violation)
                return $"operation {operation + 1}: {violation}";
        return OfReserve(world);
    }

    private static string? Of(World before, World world, int operation, OperationState state)
    {
        var (row, done) = (state.Row, world.TimesDone(operation));
        if (IsTwice(world, operation, state, done))
            return $"money moved {done} times";
        return row.Status switch
        {
            OperationStatus.Failed
                when done > 0
                    && !IsExcused(world, state, Broken.Lie | Broken.WrongMark | Broken.Word)
                    && !IsExcusedByAbsence(world, state) => "failed, and the money moved",
            OperationStatus.Succeeded when done == 0 && !IsExcused(world, state, Broken.Lie | Broken.WrongMark | Broken.Portal) =>
                "succeeded, and no money moved",
            OperationStatus.Succeeded
                when done == 1
                    && IsOfAnotherAmount(world, operation, row)
                    && !IsExcused(world, state, Broken.Lie | Broken.Portal | Broken.Word) =>
                "succeeded, and another amount moved",
            OperationStatus.Pending
                when !world.IsTaken(operation)
                    && done == 0
                    && !world.Refunds.Any(refund => World.IsOf(refund, operation))
                    && world.VoidedBy != operation
                    && !IsExcused(world, state, Broken.Lie | Broken.WrongMark | Broken.Portal) =>
                "pending, and 2C2P never took it",
            _ when row.NextEvent > MostEvents => $"{row.NextEvent} events",
            _ when row
                    is {
                        Status: OperationStatus.Failed,
                        Kind: OperationKind.Refund,
                        NeedsReview: true,
                        ConflictKeys.Count: > 0,
                        IsReservedAgain: false
                    } => "contradicted after its failure, and not reserved again",
            _ when row.IsFinal && !row.NeedsReview && before.Operations[operation]?.Row != row => Untold(
                world,
                operation,
                state,
                before.Operations[operation]
            ),
            _ => null,
        };
    }

    private static bool IsTwice(World world, int operation, OperationState state, int done) =>
        done > 1
        // A gateway that moves what nobody asked for makes two fit.
        && !world.Refunds.Any(refund => refund.Operation == operation && refund.Amount != state.Row.Amount)
        && !(IsExcused(world, state, Broken.DoneWithin) && state.Broken.HasFlag(Broken.Licensed))
        && !IsExcused(world, state, Broken.Word);

    private static bool IsExcused(World world, OperationState state, Broken by) =>
        (state.Broken & by & world.Scenario.Excuses) != Broken.Nothing;

    // These codes with a proof of absence fail an operation; a gateway that shows nothing for longer than absence takes can make that wrong.
    private static bool IsExcusedByAbsence(World world, OperationState state) =>
        IsExcused(world, state, Broken.Absence)
        && (
            state.Row.Attempts.Any(static attempt => attempt.RespCode is "49" or "34" or "39")
            || state.Messages.Any(static message => message.Answer.RespCode is "49" or "34" or "39")
        );

    private static bool IsOfAnotherAmount(World world, int operation, OperationRow row) =>
        row.Kind == OperationKind.Refund
        && world.Refunds.Any(refund => refund.Operation == operation && refund.IsDone && refund.Amount != row.Amount);

    /// <summary>A contradiction that verified messages or the look after the end made visible.</summary>
    private static string? Untold(World world, int operation, OperationState state, OperationState? before)
    {
        var row = state.Row;
        if (
            row.Status == OperationStatus.Failed
            && state is { HasNews: false, Words: 0 }
            && new Testimony(world.File(operation, row, world.Now)).Statements.FirstOrDefault(static said =>
                said.Saying == Saying.Done
            )
                is { } done
        )
            return $"failed, and nobody is told that 2C2P said: {done}";

        if (row.WatchedAt is null || before?.Row.WatchedAt is not null || !state.SawAll)
            return null;
        if (row.Kind != OperationKind.Refund)
            return
                row.Status == OperationStatus.Failed
                && state.Acknowledged.IsEmpty
                && state.Words == 0
                && IsShown(world, operation)
                ? "failed, done, and nobody is told"
                : null;

        var testimony = new Testimony(world.File(operation, row, world.Now));
        var visible = world.Refunds.Where(refund =>
            refund.Operation == operation
            && refund.ShowsReference
            && (refund.Marks == Marks.Full || testimony.Names(refund.Reference))
        );
        foreach (var refund in visible)
        {
            if (row.IsSettledAsDone(refund.Reference) && !refund.IsLive)
                return $"a person said that {refund.Reference} was done, it is listed as {refund.Status}, and nobody is told";
            if (state.Acknowledged.Contains($"{refund.Reference} {refund.IsLive}"))
                continue;
            if (row.Status == OperationStatus.Failed && refund.IsLive)
                return $"failed, {refund.Reference} is listed as {refund.Status}, and nobody is told";
            if (row.Status != OperationStatus.Succeeded || row.Reference is null)
                continue;
            if (refund.Reference != row.Reference && refund.IsLive)
                return $"succeeded as {row.Reference}, {refund.Reference} is listed too, and nobody is told";
            if (refund.Reference == row.Reference && (!refund.IsLive || (refund.ShowsAmount && refund.Amount != row.Amount)))
                return $"succeeded, {refund.Reference} is listed as {refund.Status} of {refund.Amount.ToWire()}, and nobody is told";
        }

        return null;
    }

    private static bool IsShown(World world, int operation)
    {
        var (kind, other) = (world.Scenario.PlanOf(operation).Kind, world.Operations[1 - operation]?.Row);
        return world.TimesDone(operation) > 0
            && Sayings.IsEffect(kind, world.Payment)
            && !(other?.Kind == kind && other.Status is OperationStatus.Succeeded or OperationStatus.Pending);
    }

    private static string? OfReserve(World world)
    {
        var promised = world
            .Operations.Where(static state => state is { Row: { Kind: OperationKind.Refund } row })
            .Sum(static state =>
                (
                    state!.Row.Status != OperationStatus.Failed || state.Row.IsReservedAgain
                        ? state.Row.Amount!.Value.MinorUnits
                        : 0
                ) + state.Row.ReservedBeyond
            );
        return world.Invoice.Reserved == new Money(promised)
            ? null
            : $"the invoice reserves {world.Invoice.Reserved.ToWire()}, and {new Money(promised).ToWire()} is promised";
    }
}
