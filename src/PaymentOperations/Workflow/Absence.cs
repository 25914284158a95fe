using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>
/// ABSENT: two verified answers that show nothing of ours, a minute apart, both asked for when no worker can have been sending any more.
/// </summary>
internal static class Absence
{
    /// <summary>Notes an answer that shows nothing of ours.</summary>
    /// <returns>Whether absence is now certain, and since when it has been seen (null: asked too early to count).</returns>
    public static (bool IsCertain, DateTimeOffset? Since) After(OperationRow row, InquiryMoment moment)
    {
        if (LastSendEnd(row) is { } end && moment.AskedAt < end + moment.Times.AbsentApart)
            return (false, null);

        var since = row.AbsentSince ?? moment.AskedAt;
        return (moment.AskedAt - since >= moment.Times.AbsentApart, since);
    }

    /// <summary>When the last attempt's worker had certainly stopped sending.</summary>
    public static DateTimeOffset? LastSendEnd(OperationRow row) =>
        row.MaybeSent.Select(attempt => (DateTimeOffset?)attempt.ClaimUntil).Max();
}
