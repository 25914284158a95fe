using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// A person says to send a refund once more. That is the one word that can move money, so nothing that 2C2P lists as ours or verifiably said of it may stand against it; the judge weighs all of it again before it is sent.
/// </summary>
internal sealed class RefundRepetition(CaseFile file, Testimony testimony, ListReading? reading, Objections objections)
{
    private readonly OperationRow _row = file.Row;

    public Ruling Rule()
    {
        if (reading is null)
            return Ruling.Refuse(
                "2C2P shows no list of refunds for this payment, so nothing tells that it was not done. Settle it as failed, and make a new refund."
            );
        if (Against(reading) is { } reason)
            return Ruling.Refuse(reason);

        foreach (var suspect in reading.Suspects)
            objections.Add(suspect, mayBeOverruled: true);

        return Ruling.Follow(
            new Transition
            {
                Rule = "T18",
                To = OperationStatus.Accepted,
                Note = "A person said to send it once more",
                Evidence = DecisiveAnswer.Of(reading.List, reading.Evidence),
                DueAtOnce = true,
                Edit = row =>
                    SendingAgain.Of(row, file.Now) with
                    {
                        InferredReference = null,
                        // What the person looked at was there before: it is nobody's repetition.
                        Baseline = (row.Baseline ?? Baseline.Of([])).With(reading.Suspects.Select(suspect => suspect.Reference!)),
                        Seen = [],
                    },
            }
        );
    }

    private string? Against(ListReading list)
    {
        if (list.Ours.Any())
        {
            foreach (var ours in list.Ours)
                objections.Add(ours, mayBeOverruled: false);
            return "2C2P lists a refund of this operation. Settle it as what the list shows.";
        }

        var said = testimony.Statements.Where(IsEvidence).ToList();
        foreach (var statement in said)
            objections.Add(statement, mayBeOverruled: false);
        if (said.Count > 0)
            return "2C2P said that it took a refund of this operation. Settle it as succeeded or failed; to pay once more, make a new refund.";
        if (!list.IsCaughtUp)
            return "2C2P's list misses a refund that succeeded; it lags. Say it again in some minutes.";
        if (list.Suspects.Any(suspect => suspect.Reference is null))
            return "2C2P lists a refund without a reference that may be this one; nothing would tell them apart. Settle it as succeeded or failed.";
        return Rules(list);
    }

    // It would not be sent: better said now than found out.
    private string? Rules(ListReading list)
    {
        if (SendingRules.Forbid(file with { Row = _row with { IsHinted = false, RestoredAt = null } }) is { } forbidden)
            return $"{forbidden}.";
        if (SiblingContradictions.Hold(file, SiblingContradictions.In(file, list)) is { } held)
            return $"{held}. Settle that one first.";
        if (!PaymentRules.Allows(OperationKind.Refund, list.List.Status))
            return $"The payment's status is {list.List.Status}; only a settled payment can be refunded.";
        if (list.Left is not { } left)
            return "2C2P's list shows an amount that cannot be read.";
        if (_row.Amount > left)
            return $"2C2P's list leaves {left.ToWire()}, less than the amount of this refund.";
        return _row.Amount > list.LeftBesideTaken ? $"{RefundPermission.NotBesideTaken}." : null;
    }

    private static bool IsEvidence(Statement statement) =>
        statement.Saying is Saying.Done or Saying.Taken or Saying.Failed or Saying.Contradiction;
}
