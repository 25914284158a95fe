using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>A person's word on a refund, held against 2C2P's list (T18).</summary>
internal sealed class RefundResolution
{
    private readonly CaseFile _file;
    private readonly OperationRow _row;
    private readonly PersonsWord _word;
    private readonly Look _look;
    private readonly Objections _objections;
    private readonly Testimony _testimony;
    private readonly ListReading? _reading;

    public RefundResolution(CaseFile file, PersonsWord word, Look look, Objections objections)
    {
        (_file, _row, _word, _look, _objections) = (file, file.Row, word, look, objections);
        _testimony = new Testimony(file);
        _reading = look.View is GatewayView.Seen seen ? new ListReading(file, _testimony, seen.Response, seen.Evidence) : null;
    }

    public Ruling Rule() =>
        _word.Outcome switch
        {
            ResolutionOutcome.Succeeded => Succeeded(),
            ResolutionOutcome.Failed => Failed(),
            ResolutionOutcome.SendAgain => new RefundRepetition(_file, _testimony, _reading, _objections).Rule(),
            _ => throw new InvalidOperationException($"The outcome {_word.Outcome} is no resolution of a refund."),
        };

    private Ruling Succeeded()
    {
        if (_look.View is GatewayView.Missing or GatewayView.OtherSpelling)
            return Ruling.Refuse($"It cannot have succeeded: {_look.View.Describe()}.");
        if (Ownership.TextOf(_word.Reference ?? _row.Reference) is not { } reference)
            return Ruling.Refuse("Give the reference that the refund has at 2C2P (reference).");
        if (_file.Ledger.IsOwnedByAnother(reference, _row.Id))
            return Ruling.Refuse($"Refund {reference} belongs to operation {_file.Ledger.References[reference]}.");
        if (_row.Reference is { } known && known != reference && !GivesWay(known))
            return Ruling.Refuse($"This operation's refund is {known}, by 2C2P's own word.");

        if (Misnamed(reference) is { } misnamed)
            return Ruling.Refuse(misnamed);

        return _reading is null ? WithoutList(reference) : ByEntry(_reading, reference);
    }

    // Of an operation that has ended 2C2P may list another refund as ours, and take back or no longer show the one that is ours by its word. The person says of that one, too, what became of it.
    private bool GivesWay(string known)
    {
        if (!_row.IsFinal || _reading is null)
            return false;
        if (_reading.Listed.FirstOrDefault(refund => refund.Reference == known) is { } listed)
            return !listed.IsLive;

        _objections.Add(
            new ListedRefund(known, TransactionStatus.RefundConfirmed, _row.Amount, Owner.Us, null),
            mayBeOverruled: true
        );
        return true;
    }

    private string? Misnamed(string reference)
    {
        if (reference == _row.TransactionReference)
            return $"{reference} is the payment's own reference, not a refund's.";
        if (_row.Baseline?.Contains(reference) == true)
            return $"2C2P listed refund {reference} before this operation was first sent.";
        return
            _file.SiblingRefunds.FirstOrDefault(other =>
                SiblingRefunds.IsNamedAs(other, reference) && !SiblingRefunds.IsSettledWithout(other, reference)
            )
                is { } sibling
            ? $"2C2P answered operation {sibling.Id} with refund {reference}: settle that one first."
            : null;
    }

    private Ruling WithoutList(string reference)
    {
        foreach (var statement in Denials(reference))
            _objections.Add(statement, mayBeOverruled: true);
        return Ruling.Follow(Success(reference, OperationStatus.Succeeded, null, _row.ReservedBeyond));
    }

    private Ruling ByEntry(ListReading reading, string reference)
    {
        if (reading.Listed.FirstOrDefault(refund => refund.Reference == reference) is not { Entry: { } listed } entry)
            return Ruling.Refuse($"2C2P's list does not show refund {reference}.");
        if (Unfit(entry) is { } unfit)
        {
            _objections.Add(entry, mayBeOverruled: false);
            return Ruling.Refuse(unfit);
        }

        if (entry.Amount != _row.Amount || IsUnclear(entry))
            _objections.Add(entry, mayBeOverruled: entry.Owner == Owner.Us);
        foreach (var other in reading.OursLive.Where(other => other.Reference != reference))
            _objections.Add(other, mayBeOverruled: true);
        foreach (var statement in Denials(reference))
            _objections.Add(statement, mayBeOverruled: true);

        var moved = reading.OursLive.Where(other => other.Reference != reference).Append(entry);
        return Ruling.Follow(
            Success(
                reference,
                Sayings.OfEntry(entry.Status) == Saying.Taken ? OperationStatus.Pending : OperationStatus.Succeeded,
                DecisiveAnswer.Of(reading.List, reading.Evidence, listed),
                moved.Sum(refund => (refund.Amount ?? _row.Amount!.Value).MinorUnits) - _row.Amount!.Value.MinorUnits
            )
        );
    }

    private string? Unfit(ListedRefund entry)
    {
        if (entry.Owner == Owner.Sibling || (entry.Owner != Owner.Us && NamesAnother(entry.Entry!)))
            return $"Refund {entry.Reference} carries the mark of another operation.";
        return Sayings.OfEntry(entry.Status) switch
        {
            Saying.Done or Saying.Taken => null,
            Saying.Failed => $"2C2P lists refund {entry.Reference} as not done.",
            _ when entry.Owner == Owner.Us => null,
            _ => $"What 2C2P's list says of refund {entry.Reference} is not clear.",
        };
    }

    // 2C2P lists it as ours and says two things, or nothing, of it: that much a person may know better.
    private static bool IsUnclear(ListedRefund refund) => Sayings.OfEntry(refund.Status) == Saying.Contradiction;

    // Whatever the ledger calls the other one: a person who reads only the portal cannot know better than the mark.
    private bool NamesAnother(RefundEntry entry) =>
        OperationId.TryParse(entry.UserDefined.ElementAtOrDefault(0), out var named) && named != _row.Id;

    private IEnumerable<Statement> Denials(string reference) =>
        _testimony.Statements.Where(statement =>
            statement.Saying == Saying.Failed && (statement.Reference is null || statement.Reference == reference)
        );

    // On a final operation only the flag goes; what 2C2P really moved, also for a failed one, is reserved.
    private Transition Success(string reference, OperationStatus to, DecisiveAnswer? evidence, long difference)
    {
        var beyond = _row switch
        {
            // A list that lags shows less than moved.
            { Status: OperationStatus.Succeeded } => Math.Max(difference, _row.ReservedBeyond),
            _ => difference,
        };
        var isFailed = _row.Status == OperationStatus.Failed;
        if (_row.IsFinal)
            return new Transition
            {
                Rule = "T18",
                To = _row.Status,
                Note =
                    $"A person looked: 2C2P did it (refund {reference}); the operation stays {_row.Status.ToString().ToLowerInvariant()}",
                Evidence = evidence,
                Reference = _row.Reference is null ? reference : null,
                ReservesAgain = isFailed && !_row.IsReservedAgain,
                AdjustsReserved = beyond - _row.ReservedBeyond,
                Edit = row => row with { ReservedBeyond = beyond, IsReservedAgain = row.IsReservedAgain || isFailed },
            };

        var gateway = evidence is null ? _row.Gateway ?? new GatewayResult() : GatewayResults.OfEntry(evidence, _row);
        var note = $"A person settled it: refund {reference} is this operation's";
        return (
            to == OperationStatus.Pending
                ? Ending.Pending(_row, "T18", note, gateway, evidence ?? new(), reference)
                : Ending.Succeeded(_row, "T18", note, gateway, evidence ?? new(), reference)
        ) with
        {
            Evidence = evidence,
            AdjustsReserved = beyond - _row.ReservedBeyond,
            Edit = row => row with { ReservedBeyond = beyond },
        };
    }

    private Ruling Failed()
    {
        if (_reading is { IsCaughtUp: false })
            return Ruling.Refuse("2C2P's list misses a refund that succeeded; it lags. Say it again in some minutes.");

        foreach (var refund in _reading?.OursLive ?? Remembered())
            _objections.Add(refund, mayBeOverruled: refund.Entry is null || IsUnclear(refund));
        if (_row.MaybeSent.Any() || _row.IsHinted)
        {
            foreach (var suspect in _reading?.Suspects ?? [])
                _objections.Add(suspect, mayBeOverruled: true);
        }
        foreach (var statement in _testimony.Forbidding.Where(statement => !IsOnTheList(statement)))
            _objections.Add(statement, mayBeOverruled: true);

        return Ruling.Follow(
            new Transition
            {
                Rule = "T18",
                To = _row.IsFinal ? _row.Status : OperationStatus.Failed,
                Note = _row.IsFinal
                    ? $"A person looked: no money moved; the operation stays {_row.Status.ToString().ToLowerInvariant()}"
                    : "A person settled it: 2C2P did not do it",
                Evidence = Evidence(),
                LeavesLine = !_row.IsFinal,
                AdjustsReserved = IsReservedAfterEnd ? -_row.Amount!.Value.MinorUnits - _row.ReservedBeyond : 0,
                Edit = Freed,
            }
        );
    }

    private bool IsReservedAfterEnd =>
        _row is { Status: OperationStatus.Succeeded } or { Status: OperationStatus.Failed, IsReservedAgain: true };

    // What did not move can be refunded once more, also where the status says that it did.
    private OperationRow Freed(OperationRow row) =>
        !IsReservedAfterEnd ? row
        : row.Status == OperationStatus.Succeeded ? row with { ReservedBeyond = -row.Amount!.Value.MinorUnits }
        : row with { IsReservedAgain = false, ReservedBeyond = 0 };

    // A message about a refund that the list shows as failed, or as another's, is answered by the list.
    private bool IsOnTheList(Statement statement) =>
        statement.Reference is { } reference
        && _reading?.Listed.FirstOrDefault(refund => refund.Reference == reference) is { } listed
        && (!listed.IsLive || listed.Owner == Owner.Sibling);

    private IEnumerable<ListedRefund> Remembered() =>
        _row
            .Seen.Where(seen => !new TransactionStatus(seen.Status).IsFailedRefund)
            .Select(seen => new ListedRefund(
                seen.Reference,
                new TransactionStatus(seen.Status),
                seen.Amount is { } amount ? new(amount) : null,
                seen.IsOurs ? Owner.Us : Owner.Unexplained,
                null
            ));

    private DecisiveAnswer? Evidence() =>
        _look.View switch
        {
            GatewayView.Seen seen => DecisiveAnswer.Of(seen.Response, seen.Evidence),
            GatewayView.Missing missing => DecisiveAnswer.Of(missing.Response, missing.Evidence),
            _ => null,
        };
}
