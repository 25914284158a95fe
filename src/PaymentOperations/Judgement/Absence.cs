using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// ABSENT: two verified answers that show nothing of ours, a minute apart, both asked for when no worker can have been sending any more.
/// </summary>
internal static class Absence
{
    /// <summary>Weighs an answer that shows nothing of ours.</summary>
    /// <returns>Whether absence is now certain, and since when it has been seen (null: asked too early to count).</returns>
    public static (bool IsCertain, DateTimeOffset? Since) After(OperationRow row, DateTimeOffset askedAt, OperationTimes times)
    {
        var countsFrom = LastSendEnd(row) + times.Skew;
        if (askedAt < countsFrom)
            return (false, null);

        // What was seen before the last attempt says nothing of that attempt.
        var since = row.AbsentSince is { } seen && !(seen < countsFrom) ? seen : askedAt;
        return (askedAt - since >= times.AbsentApart, since);
    }

    /// <summary>When the last attempt's worker had certainly stopped sending.</summary>
    public static DateTimeOffset? LastSendEnd(OperationRow row) =>
        row.MaybeSent.Select(attempt => (DateTimeOffset?)attempt.ClaimUntil).Max();
}
