using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// Adopts the one refund that nobody explains, where the merchant vouches that nobody refunds in 2C2P's portal (setting <c>NobodyRefundsInPortal</c>), in two answers, and where no other operation of the ledger
/// could have made it.
/// </summary>
internal sealed class Adoption(CaseFile file, Testimony testimony, ListReading reading, DateTimeOffset? restoredAt)
{
    private readonly OperationRow _row = file.Row;

    public Verdict? Decide(string rule)
    {
        if (
            !file.Merchant.NobodyRefundsInPortal
            || _row.Baseline is null
            || MayBeOfLostOperation()
            || !reading.IsCaughtUp
            || reading.Suspects is not [{ Reference: { } reference, Entry: { } entry } suspect]
            || suspect.Amount != _row.Amount
            || _row.InferredReference != reference
            || Sayings.OfEntry(suspect.Status) == Saying.Contradiction
            || !TestimonyFits()
            || file.SiblingRefunds.Any(other => SiblingRefunds.MayHaveMade(other, _row))
        )
            return null;

        var evidence = DecisiveAnswer.Of(reading.List, reading.Evidence, entry) with
        {
            Assumption = "inferred: the only unexplained refund of this amount in two answers",
        };
        if (_row.Status == OperationStatus.Pending && Sayings.OfEntry(suspect.Status) == Saying.Taken)
            rule = "T15a";
        return new Verdict.Change(
            RefundEnding.Of(_row, suspect, evidence, rule, "2C2P lists one new refund of this amount, and nobody else refunds")
        );
    }

    // An operation that a restored ledger lost may have made it, also while others that it does know were pending, or were accepted a short time later.
    private bool MayBeOfLostOperation() =>
        _row.RestoredAt is not null
        || (restoredAt is { } restored && _row.CreatedAt - restored <= file.Times.RepeatedAfterRestore);

    // A message that names another refund, or says that ours failed, speaks against it.
    private bool TestimonyFits() =>
        testimony.Statements.All(statement => statement.Saying is Saying.Nothing or Saying.Refused)
        || testimony.Statements.All(statement =>
            statement.Reference is null && statement.Saying is not (Saying.Failed or Saying.Contradiction)
        );
}
