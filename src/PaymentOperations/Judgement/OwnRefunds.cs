using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>What the entries that are ours decide (T4, T11, T15, T15a). Null: there is none.</summary>
internal sealed class OwnRefunds(CaseFile file, Testimony testimony, ListReading reading)
{
    private readonly OperationRow _row = file.Row;
    private readonly CaseWords _words = new(file);

    public Verdict? Decide()
    {
        if (Doubts().FirstOrDefault(doubt => !IsAnswered(doubt)) is { } doubt)
            return _words.Person(doubt.Note, doubt.Reason, doubt.Alarm);
        if (TheLive() is { } live)
            return OfLive(live);
        return reading.OursFailed.Count > 0 ? OfFailed() : null;
    }

    /// <summary>The reasons for which a person would be called.</summary>
    public IEnumerable<string> Reasons => Doubts().Select(doubt => doubt.Reason);

    // Where a person said which refund it is and 2C2P has still to decide, what stood there then is answered. The end is held against all of it.
    private bool IsAnswered(Doubt doubt) =>
        _row.Status == OperationStatus.Pending && _row.Answered.Contains(doubt.Reason, StringComparer.Ordinal);

    private ListedRefund? TheLive() =>
        reading.OursLive is [var one] ? one : reading.OursLive.FirstOrDefault(refund => refund.Reference == _row.Reference);

    private IEnumerable<Doubt> Doubts()
    {
        if (IsListedTwice())
            yield return new(
                "2C2P lists refunds of this operation as done and as failed, and nothing tells whether they are the same",
                "2C2P lists refunds of this operation as done and as failed, some without a reference: nothing tells whether they are the same",
                "2C2P contradicts itself about a refund"
            );
        if (reading.OursLive.Count > 1)
            yield return Double(
                $"2C2P lists more than one refund of this operation ({string.Join(", ", reading.OursLive.Select(Name).Order(StringComparer.Ordinal))})"
            );
        if (TheLive() is not { } refund)
            yield break;
        if (_row.Reference is { } known && refund.Reference is { } listed && listed != known)
            yield return Double($"2C2P lists refund {listed} as ours beside {known}");
        if (OtherDone(refund.Reference) is { } other)
            yield return Double($"2C2P lists one refund of this operation and said of another that it is done: {other}");
        if (
            refund.Reference is { } named
            && file.SiblingRefunds.FirstOrDefault(other => SiblingRefunds.IsNamedAs(other, named)) is { } sibling
        )
            yield return new(
                $"2C2P lists refund {named} as ours, and gave it to operation {sibling.Id} before",
                $"2C2P lists refund {named} as this operation's, and answered operation {sibling.Id} with it; nothing tells whose it is",
                "2C2P contradicts itself about a refund"
            );
        if (refund.Amount != _row.Amount)
            yield return new(
                $"2C2P lists this refund with the amount {Shown(refund.Amount)}",
                $"2C2P lists this refund ({Name(refund)}) with the amount {Shown(refund.Amount)}, not {_row.Amount?.ToWire()}",
                "a refund of another amount is listed as ours"
            );
    }

    private static string Name(ListedRefund refund) => refund.Reference ?? "without reference";

    private static string Shown(Money? amount) => amount?.ToWire() ?? "that cannot be read";

    // An entry without a reference may be any of the others, however many requests there were: the list may say two things of one refund.
    private bool IsListedTwice() =>
        reading.OursFailed.Count > 0 && reading.OursLive.Count > 0 && reading.Ours.Any(refund => refund.Reference is null);

    private Verdict OfLive(ListedRefund refund)
    {
        if (refund.Entry is not { } entry)
            return new Verdict.Stay("2C2P's list no longer shows the refund that it listed as ours", Absent);

        return Sayings.OfEntry(refund.Status) switch
        {
            Saying.Taken
                when _row.Status == OperationStatus.Pending && (_row.Reference is not null || refund.Reference is null) =>
                new Verdict.Stay($"2C2P still shows the refund as {refund.Status}", Absent),
            Saying.Done or Saying.Taken => new Verdict.Change(OfEntry(refund, entry)),
            _ => new Verdict.Stay(
                $"2C2P lists the refund with the status {(refund.Status.Text is { Length: > 0 } text ? text : "of two entries that disagree")}",
                Absent
            ),
        };
    }

    // A failed entry of ours ends the operation only where no attempt is left that it does not explain.
    private Verdict OfFailed()
    {
        if (!_row.MaybeSent.Any())
            return _words.Person(
                "2C2P lists a refund with our mark that the ledger never sent",
                "2C2P lists a refund with this operation's mark that this ledger never sent; the ledger may be an older copy"
            );

        var failed = reading.OursFailed.Where(refund => !IsOfRefusedAttempt(refund)).ToList();
        if (failed.Count == 0)
            return new Verdict.Stay("2C2P lists only what it had refused", Absent);
        if (Unexplained(failed) is { } statement)
            return _words.Person(
                $"2C2P lists the refund as failed, but said something else: {statement}",
                $"2C2P lists the refund as failed, but said something else: {statement}",
                "2C2P contradicts itself about a refund"
            );
        if (failed.Count < _row.MaybeSent.Count() - ListedRefusals() || reading.Suspects.Count > 0)
            return new Verdict.Stay("2C2P lists a failed refund of ours, but another attempt may still be done", Absent);

        if (_row.RestoredAt is not null)
            return new Verdict.Stay(
                "2C2P lists a failed refund of ours, but the ledger was put back from a copy: how many requests there were is not known",
                Absent
            );

        var entry = failed.FirstOrDefault(refund => refund.Entry is not null);
        return entry is null
            ? new Verdict.Stay("2C2P's list no longer shows the failed refund that it listed as ours", Absent)
            : new Verdict.Change(OfEntry(entry, entry.Entry!));
    }

    private bool IsOfRefusedAttempt(ListedRefund refund) =>
        refund.Reference is { } reference && _row.MaybeSent.Any(attempt => IsRefusalOf(attempt, reference));

    // A failed entry that no refusal named may be a refused attempt's all the same: it explains an open one only where there is an entry for each.
    private int ListedRefusals() =>
        _row.MaybeSent.Count(attempt =>
            reading.OursFailed.Any(refund => refund.Reference is { } reference && IsRefusalOf(attempt, reference))
        );

    private bool IsRefusalOf(Attempt attempt, string reference) =>
        testimony.Of(attempt) == Saying.Refused
        && testimony.Statements.Any(statement => statement.Attempt == attempt.Number && statement.Reference == reference);

    // A yes is explained by a failed entry only if it named that entry, or if it was not yet the end.
    private Statement? Unexplained(List<ListedRefund> failed) =>
        testimony.Forbidding.FirstOrDefault(statement =>
            statement.Reference is { } reference
                ? failed.All(refund => refund.Reference != reference)
                    || statement is { Saying: Saying.Done, Attempt: null, Answer.EntryStatus: null }
                : statement.Saying != Saying.Taken
        );

    private Statement? OtherDone(string? reference) =>
        testimony.Forbidding.FirstOrDefault(statement =>
            statement.Saying != Saying.Contradiction
            && statement.Reference is { } other
            && other != reference
            && reference is not null
            && reading.OursFailed.All(refund => refund.Reference != other)
            && !file.Ledger.IsOwnedByAnother(other, _row.Id)
            && _row.Baseline?.Contains(other) != true
        );

    private static Doubt Double(string why) =>
        new(why, $"{why}: money may have moved twice", "possible double: more than one refund of one operation");

    /// <summary>What only a person can decide.</summary>
    /// <param name="Note">It in short.</param>
    /// <param name="Reason">Why a person is called, with all that tells it from another doubt.</param>
    /// <param name="Alarm">What the operators are told.</param>
    private sealed record Doubt(string Note, string Reason, string Alarm);

    private Transition OfEntry(ListedRefund refund, RefundEntry entry)
    {
        var evidence = DecisiveAnswer.Of(reading.List, reading.Evidence, entry);
        return RefundEnding.Of(_row, refund, evidence, RuleFor(refund), NoteFor());
    }

    private string RuleFor(ListedRefund refund) =>
        _row.Status switch
        {
            OperationStatus.Accepted => "T4",
            OperationStatus.Pending => Sayings.OfEntry(refund.Status) == Saying.Taken ? "T15a" : "T15",
            _ => "T11",
        };

    private string NoteFor() =>
        _row.Status switch
        {
            OperationStatus.Accepted => "2C2P already lists this refund as ours; nothing is sent",
            OperationStatus.Pending => "2C2P decided the pending refund",
            _ => "2C2P lists this refund with our mark",
        };

    private static OperationRow Absent(OperationRow row) => row with { AbsentSince = null };
}
