using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What a person's word to send once more makes of an operation's row, whatever it is.</summary>
internal static class SendingAgain
{
    public static OperationRow Of(OperationRow row, DateTimeOffset now) =>
        row with
        {
            PersonsWordAfter = row.MaybeSent.Count(),
            DoubtSince = null,
            IsHinted = false,
            RestoredAt = null,
            Attempts = row.IsHinted ? [.. row.Attempts, Unknown(row, now)] : row.Attempts,
        };

    // What another life of the ledger sent, this one cannot tell. The person looked at that; but answers to it must not be taken for answers to what is sent now.
    private static Attempt Unknown(OperationRow row, DateTimeOffset now) =>
        new()
        {
            Number = row.AttemptCount + Attempt.BeyondUnknown,
            StartedAt = now,
            ClaimUntil = now,
            NeverSent = true,
            Outcome = "It may have been sent before an older copy of the ledger was put back; a person looked",
        };
}
