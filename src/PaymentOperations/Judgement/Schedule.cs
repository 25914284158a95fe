using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>When an operation is looked at again.</summary>
internal static class Schedule
{
    /// <summary>The moment of the next look: no later than when a person has to be asked, and for a final operation the watch after its end.</summary>
    public static DateTimeOffset NextLook(OperationRow row, OperationTimes times, DateTimeOffset now)
    {
        if (row.IsFinal)
            return Watch(row, times) is { } watch && watch > now ? watch : now + times.LongestWait;

        var next = now + WaitFor(row, times);
        if (ProofAt(row, times) is { } proof && now < proof && proof < next)
            next = proof;
        return PatienceEnds(row, times) is { } end && now < end && end < next ? end : next;
    }

    /// <summary>When a final operation is looked at once more, a day after its end or after a person last looked at it; null when that is done.</summary>
    public static DateTimeOffset? Watch(OperationRow row, OperationTimes times) =>
        row is { IsFinal: true, WatchedAt: null }
            ? (row.PatienceFrom is { } looked && looked > row.StatusSince ? looked : row.StatusSince) + times.WatchAfterEnd
            : null;

    public static TimeSpan WaitFor(OperationRow row, OperationTimes times)
    {
        if (row.NeedsReview)
            return times.LongestWait;

        var wait = row.Polls switch
        {
            0 => times.FirstWait,
            1 => times.SecondWait,
            2 => times.ThirdWait,
            _ => times.LaterWait,
        };
        // What 2C2P itself calls pending can take days: ten minutes for the first hours, then hourly.
        return row is { Status: OperationStatus.Pending, Polls: > 24 } ? times.LongestWait : wait;
    }

    /// <summary>The first moment at which another look can prove something: nothing is gained by waiting longer for it.</summary>
    private static DateTimeOffset? ProofAt(OperationRow row, OperationTimes times)
    {
        if (row.NeedsReview)
            return null;
        if (row.NotOfferedSince is { } refused)
            return refused + times.AbsentApart;
        if (row.Status != OperationStatus.Unknown)
            return null;
        return row.AbsentSince is { } absent ? absent + times.AbsentApart : Absence.LastSendEnd(row) + times.Skew;
    }

    private static DateTimeOffset? PatienceEnds(OperationRow row, OperationTimes times)
    {
        if (row.NeedsReview || row.Status == OperationStatus.Pending)
            return null;
        var since = row.DoubtSince ?? (row.Status == OperationStatus.Unknown ? row.StatusSince : null);
        return since + times.Patience;
    }
}
