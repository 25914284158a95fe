using System.Numerics;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>
/// Names a state by everything that can matter from here on. Moments count by how far they are from now, and not beyond the ages at which every rule has applied.
/// </summary>
internal struct Fingerprint
{
    private ulong _hash;

    public static ulong Of(World world)
    {
        var print = new Fingerprint { _hash = 0x9E3779B97F4A7C15 };
        print.Add(world);
        return print._hash ^ (print._hash >> 29);
    }

    private void Add(World world)
    {
        foreach (var state in world.Operations)
            Add(world, state);
        Add(world.Invoice.Reserved.MinorUnits);
        ulong references = 0;
        foreach (var (reference, owner) in world.References)
            references += Of(reference) * (ulong)(Scenario.IndexOf(owner) + 1);
        Add((long)references);
        Add(world.Payment.Text);
        Add(world.SettledBy);
        Add(world.VoidedBy);
        foreach (var refund in world.Refunds)
        {
            Add(refund.Reference);
            Add(refund.Status);
            Add(refund.Amount.MinorUnits);
            Add(((int)refund.Marks << 2) | (refund.ShowsAmount ? 1 : 0) | (refund.ShowsReference ? 2 : 0));
        }

        foreach (var late in world.Late)
            Add(0x1000 | (late.Operation << 8) | late.Attempt);
        Add(world.WasRestored ? 1 : 0);
        Add(world.WasUpgraded ? 1 : 0);
    }

    private void Add(World world, OperationState? state)
    {
        if (state is null)
        {
            Add(-1);
            return;
        }

        Add(world, state.Row);
        var isPending = state.Row.Status == OperationStatus.Pending;
        foreach (var message in state.Messages)
        {
            Add(message.Hash);
            Add(message.IsApplied ? 1 : 0);
            Add(isPending ? Age(world, message.At, 24 * 60) / (24 * 3600) : 0);
        }

        Add(state.Hint == OperationStatus.Accepted ? 1 : 0);
        Add((int)state.Broken);
        Add(state.Words);
        foreach (var acknowledged in state.Acknowledged)
            Add(acknowledged);
        foreach (var hash in state.MessagesWhenSaid)
            Add(hash);
        Add(state.Words > 0 ? state.TruthWhenSaid : "");
        Add(state.SawAllWhenSaid ? 1 : 0);
        if (state.Flight is { } flight)
        {
            Add(flight.Attempt);
            Add(flight.Words);
            Add(state.IsFlightCurrent ? 1 : 0);
        }
    }

    private void Add(World world, OperationRow row)
    {
        var ages = world.Scenario.Times;
        var patience = (int)ages.Patience.TotalMinutes + 5;
        var absence = 10 + (int)(world.Scenario.DoneWithin ?? TimeSpan.Zero).TotalMinutes;
        Add((int)row.Status);
        Add(
            row.Status == OperationStatus.Pending ? Age(world, row.StatusSince, 7 * 24 * 60) / (7 * 24 * 3600)
            : row.IsFinal ? Age(world, row.StatusSince, 24 * 60) / (24 * 3600)
            : Age(world, row.StatusSince, patience)
        );
        Add(
            row.PatienceFrom is null ? null
            : row.Status == OperationStatus.Pending ? Age(world, row.PatienceFrom, 7 * 24 * 60) / (24 * 3600)
            : row.IsFinal ? Age(world, row.PatienceFrom, 24 * 60) / (24 * 3600)
            : Age(world, row.PatienceFrom, patience)
        );
        Add(row.PersonsWordAfter);
        Add(row.ReservedBeyond);
        Add(row.ReviewReason);
        Add(Age(world, row.ReviewSince, patience));
        Add(row.InLine ? 1 : 0);
        Add(row.ClaimToken is not null && row.ClaimUntil + (2 * ages.Skew) > world.Now ? row.ClaimUntil - world.Now : null);
        Add(row.NextActionAt > world.Now && !row.IsFinal ? row.NextActionAt - world.Now : null);
        Add(Math.Min(row.Polls, 4));
        Add(row.Reference);
        Add(Age(world, row.AbsentSince, absence));
        Add(row.InferredReference);
        Add(Age(world, row.DoubtSince, patience));
        Add(Age(world, row.NotOfferedSince, 5));
        Add(
            row.Status == OperationStatus.Accepted
                ? Age(world, row.CreatedAt, world.Now - row.CreatedAt > ages.AcceptedPatience ? 26 * 60 : patience)
                : 0
        );
        Add(
            (row.IsHinted ? 1 : 0)
                | (row.IsReservedAgain ? 2 : 0)
                | (row.WatchedAt is null ? 4 : 0)
                | (row.TransactionReference is null ? 8 : 0)
                | (row.RestoredAt is null ? 0 : 16)
        );
        foreach (var attempt in row.Attempts)
        {
            Add(attempt.Number | (attempt.NeverSent ? 256 : 0) | (attempt.Licence is { } licence ? (int)licence << 10 : 0));
            Add(attempt.RespCode);
            Add(attempt.Answer?.VerifiedHash);
            Add(Age(world, attempt.ClaimUntil, absence));
            if (attempt is { Answer: null, RespCode: not null })
                Add(row.Evidence);
        }

        if (row.Baseline is { } baseline)
            foreach (var hash in baseline.Hashes)
                Add((long)hash);
        Add(row.Baseline?.Count);
        foreach (var seen in row.Seen)
        {
            Add(seen.Reference);
            Add(seen.Status);
            Add(seen.Amount);
            Add(seen.IsOurs ? 1 : 0);
        }

        foreach (var answered in row.Answered)
            Add(answered);
        foreach (var key in row.ConflictKeys)
            Add(key);
    }

    // In seconds.
    private static long Age(World world, DateTimeOffset? moment, int mostMinutes) =>
        moment is { } at ? Math.Min((long)(world.Now - at).TotalSeconds, mostMinutes * 60L) : long.MinValue;

    private void Add(TimeSpan? span) => Add(span is { } given ? given.Ticks : long.MinValue);

    private void Add(long? value) => Add(value ?? long.MinValue);

    private void Add(string? text) => Add(text is null ? long.MinValue : (long)Of(text));

    private void Add(long value) =>
        _hash =
            BitOperations.RotateLeft((_hash ^ (ulong)value) * 0xC2B2AE3D27D4EB4F, 31) * 0x9E3779B97F4A7C15 + 0x165667B19E3779F9;

    private static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
