using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>When an operation is looked at again.</summary>
internal static class Schedule
{
    /// <summary>The moment of the next look. What is unknown is looked at no later than when a person has to be asked (T14).</summary>
    public static DateTimeOffset NextLook(OperationRow row, OperationTimes times, DateTimeOffset now)
    {
        var next = now + WaitFor(row, times);
        var patienceEnds = row.StatusSince + times.Patience;
        var isCut = row is { Status: OperationStatus.Unknown, NeedsReview: false } && now < patienceEnds && patienceEnds < next;
        return isCut ? patienceEnds : next;
    }

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
}
