using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>When a run of an operation has something to do, as <c>OperationRunner</c> sees it.</summary>
internal static class Due
{
    /// <summary>The earliest moment; null when there is none.</summary>
    public static DateTimeOffset? At(World world, int operation)
    {
        if (world.Operations[operation] is not { } state)
            return null;

        var row = state.Row;
        var claimEnd =
            row.ClaimToken is not null && row.ClaimUntil is { } until
                // A worker whose clock is slow takes it last, one whose clock is fast first.
                ? until
                    + world.Scenario.Times.Skew
                    + (world.Scenario.AreClocksApart ? world.Scenario.Times.Skew / 2 : TimeSpan.Zero)
                : DateTimeOffset.MinValue;
        return Latest(claimEnd, WorkAt(world, state));
    }

    /// <summary>Whether somebody should have been told by now.</summary>
    public static bool IsForgotten(World world, int operation, DateTimeOffset now)
    {
        var (row, times) = (world[operation].Row, world.Scenario.Times);
        if (row.Status == OperationStatus.Pending)
            return now - Later(row.StatusSince, row.PatienceFrom) > times.PendingPatience
                || world[operation]
                    .Messages.Any(message =>
                        message.Kind == InboxKind.Callback
                        && !world[operation].MessagesWhenSaid.Contains(message.Hash)
                        && Sayings.OfCallback(message.Answer) is Saying.Done or Saying.Failed or Saying.Contradiction
                        && now - Later(message.At, row.PatienceFrom) > times.DisagreementPatience
                    );
        return row.Status == OperationStatus.Unknown ? now - row.StatusSince > times.Patience + times.Skew
            : row.Attempts.Count > 0
                ? now - Later(row.Attempts[^1].StartedAt, row.PatienceFrom) > times.AcceptedPatience + times.LongestWait
            : now - Later(row.CreatedAt, row.PatienceFrom) > times.AcceptedPatience + times.LongestWait;
    }

    private static DateTimeOffset? WorkAt(World world, OperationState state)
    {
        var (row, times) = (state.Row, world.Scenario.Times);
        if (state.HasNews && (row.Status != OperationStatus.Accepted || row.MaybeSent.Any()))
            return world.Now;
        if (row.IsFinal)
            return Schedule.Watch(row, times);

        var first = world.Operations[0]!.Row;
        if (row.Status == OperationStatus.Accepted && first.Id != row.Id && first.InLine && row.InLine)
            return row.NeedsReview || first.ReviewSince is not { } since
                ? null
                : Latest(since + times.Patience, row.CreatedAt + times.Patience);

        return Latest(row.NextActionAt, world.Now + Lateness(row));
    }

    // Looks that repeat for hours and days are taken late, which is always possible: it keeps the number of states small.
    private static TimeSpan Lateness(OperationRow row) =>
        row.Status == OperationStatus.Pending && row.Polls > 2 ? TimeSpan.FromDays(4)
        : row.NeedsReview ? TimeSpan.FromDays(1)
        : row.Status == OperationStatus.Accepted && row.Polls > 3 ? TimeSpan.FromHours(8)
        : TimeSpan.Zero;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static DateTimeOffset? Latest(DateTimeOffset one, DateTimeOffset? other) =>
        other is not { } second ? null
        : one > second ? one
        : second;
}
