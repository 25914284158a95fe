using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>
/// T19: what is said of an operation after its end. Money that moved for a failed operation, twice for one, or in another amount, calls a person whenever it becomes known; it counts as reserved again. One look
/// at the gateway, a day after the end (the watch), finds what no message told.
/// </summary>
internal sealed class AfterTheEnd
{
    private readonly CaseFile _file;
    private readonly OperationRow _row;
    private readonly Look? _look;
    private readonly Testimony _testimony;
    private readonly ListReading? _reading;

    private AfterTheEnd(CaseFile file, Look? look)
    {
        (_file, _row, _look) = (file, file.Row, look);
        _testimony = new Testimony(file);
        _reading =
            file.Row.Kind == OperationKind.Refund && look?.View is GatewayView.Seen seen
                ? new ListReading(file, _testimony, seen.Response, seen.Evidence)
                : null;
    }

    public static Verdict Decide(CaseFile file, Look? look) => new AfterTheEnd(file, look).Decide();

    private bool IsWatched => _look?.View is GatewayView.Seen or GatewayView.Missing or GatewayView.NotOffered;

    private Verdict Decide()
    {
        var siblings = _reading is null ? [] : SiblingContradictions.In(_file, _reading);
        var found = Unheard();
        if (found.Count > 0)
            return new Verdict.Change(Contradiction(found)) { Siblings = siblings };
        if (_file.News.Any())
            return new Verdict.Change(OnRecord([.. _file.News])) { Siblings = siblings };
        if (IsWatched)
            return new Verdict.Rest(Watched) { Siblings = siblings };
        return _row.WatchedAt is null
            ? new Verdict.Stay(_look?.View.Describe() ?? "It is looked at once more a day after its end", static row => row)
            : new Verdict.Rest(static row => row);
    }

    private Transition OnRecord(IReadOnlyList<InboxMessage> news) =>
        new()
        {
            Rule = "T19",
            To = _row.Status,
            Note = $"{news.Count} verified message(s) after the end: {string.Join(", ", news.Take(5).Select(Words))}",
            Evidence = news[0].Answer,
            Edit = row => _look is null && news.Any(SaysTaken) ? row with { WatchedAt = null } : Watched(row),
        };

    // It can be an old one, out of order. But where nothing is waited for any more, no list would tell: it is looked once more.
    private bool SaysTaken(InboxMessage message) =>
        IsFailedRefund && message.Kind == InboxKind.Callback && Sayings.OfCallback(message.Answer) == Saying.Taken;

    private Transition Contradiction(IReadOnlyList<Conflict> found) =>
        Flag(
            new Transition
            {
                Rule = "T19",
                To = _row.Status,
                Note = $"{Reason(found)}; a person has to look",
                Evidence = found[0].Evidence,
                Edit = Watched,
            },
            found
        );

    /// <summary>What is known already when an operation ends is told in the same transaction.</summary>
    public static Transition Tell(CaseFile file, Look? look, Transition transition)
    {
        if (file.Row.IsFinal || transition.To is not (OperationStatus.Succeeded or OperationStatus.Failed))
            return transition;

        var ended = Advance.Next(file.Row, transition, file.Now, file.Times);
        var known = new AfterTheEnd(file with { Row = ended, Ledger = file.Ledger.With(transition.Reference, ended.Id) }, look);
        var found = known.Unheard();
        return found.Count == 0 ? transition : known.Flag(transition, found);
    }

    /// <summary>What is on record when a person decides, the person has looked at: such messages are not told again, nor is what 2C2P lists now. What no run has put on record yet, they cannot have seen.</summary>
    public static Transition Heard(CaseFile file, Look look, Transition transition)
    {
        var decided = Advance.Next(file.Row, transition, file.Now, file.Times);
        if (!decided.IsFinal)
            return transition;

        var ledger = file.Ledger.With(transition.Reference, decided.Id);
        var ended = file with
        {
            Row = decided,
            Ledger = ledger,
            Messages = [.. file.Messages.Where(message => message.IsApplied)],
        };
        // What a message says counts also where the list of this moment answers it.
        var known = new AfterTheEnd(ended, look)
            .Contradictions()
            .Concat(new AfterTheEnd(ended, null).Contradictions())
            .Select(one => one.IsListed ? one.Key : ConflictKey.Said(one.Key))
            .ToList();
        return transition with
        {
            Edit = row =>
            {
                var edited = transition.Edit(row);
                return edited with { ConflictKeys = [.. edited.ConflictKeys.Union(known, StringComparer.Ordinal)] };
            },
        };
    }

    private Transition Flag(Transition transition, IReadOnlyList<Conflict> found) =>
        transition with
        {
            ReviewReason = transition.ReviewReason ?? $"{Reason(found)}.",
            Alarm = transition.Alarm ?? "2C2P contradicts the final state",
            ReservesAgain = IsFailedRefund && !_row.IsReservedAgain,
            Edit = row =>
            {
                var edited = transition.Edit(row);
                return edited with
                {
                    ConflictKeys = [.. edited.ConflictKeys, .. found.Select(one => one.Key)],
                    IsReservedAgain = edited.IsReservedAgain || IsFailedRefund,
                };
            },
        };

    private bool IsFailedRefund => _row is { Kind: OperationKind.Refund, Status: OperationStatus.Failed };

    private static string Reason(IReadOnlyList<Conflict> found) =>
        $"What 2C2P says contradicts the final state: {string.Join("; ", found.Take(3).Select(one => one.Words))}";

    /// <param name="Key">Its name.</param>
    /// <param name="Words">It in words.</param>
    /// <param name="Evidence">What says so.</param>
    /// <param name="IsListed">Whether 2C2P lists it: that a person overruled a message, or what is no longer listed, does not silence it.</param>
    private sealed record Conflict(string Key, string Words, DecisiveAnswer? Evidence, bool IsListed);

    private List<Conflict> Unheard() => [.. Contradictions().Where(IsUnheard).DistinctBy(one => one.Key)];

    // A payment goes on from what is to be settled to what is settled: that is no other contradiction.
    private bool IsUnheard(Conflict one) =>
        !(ConflictKey.PaymentIn(one.Key) is not null && _row.ConflictKeys.Any(IsOfEffect))
        && !_row.ConflictKeys.Contains(one.Key)
        && (one.IsListed || !_row.ConflictKeys.Contains(ConflictKey.Said(one.Key)));

    private bool IsOfEffect(string key) => ConflictKey.PaymentIn(key) is { } status && Sayings.IsEffect(_row.Kind, status);

    private OperationRow Watched(OperationRow row) => IsWatched ? row with { WatchedAt = _file.Now } : row;

    private IEnumerable<Conflict> Contradictions()
    {
        foreach (var statement in _testimony.Statements.Where(IsContradiction))
            yield return new(
                ConflictKey.Of(statement.Reference, statement.Saying),
                statement.ToString(),
                statement.Answer,
                statement.IsListed
            );

        foreach (var refund in _reading?.Refunds.Where(IsContradiction) ?? [])
            yield return new(
                ConflictKey.Of(refund.Reference, Sayings.OfEntry(refund.Status)),
                $"2C2P lists refund {refund.Reference ?? "without reference"} as {refund.Status}{(refund.Amount is { } amount ? $" of {amount.ToWire()}" : "")}",
                refund.Entry is null ? null : DecisiveAnswer.Of(_reading!.List, _reading.Evidence, refund.Entry),
                IsListed: refund.Entry is not null
            );

        if (
            _row.Kind != OperationKind.Refund
            && _look?.View is GatewayView.Seen { Response: var payment }
            && IsContradiction(payment)
        )
            yield return new(
                ConflictKey.OfPayment(payment.Status),
                $"2C2P shows the payment as {payment.Status}",
                null,
                IsListed: true
            );
    }

    private bool IsContradiction(Statement statement)
    {
        if (_row.Status == OperationStatus.Failed)
            return statement.Saying switch
            {
                Saying.Done => true,
                // What the row keeps was weighed when it ended; only what came later contradicts.
                Saying.Contradiction => !IsKnownFailed(statement.Reference) && !statement.IsKept,
                // A gateway that took the request may yet do it. Callbacks can be old ones out of order, answers to the request itself cannot.
                Saying.Taken => statement.Attempt is not null && !IsKnownFailed(statement.Reference) && !statement.IsKept,
                Saying.Failed => _row.IsSettledAsDone(statement.Reference),
                _ => false,
            };

        return _row.Kind == OperationKind.Refund
            && statement.Saying switch
            {
                Saying.Done or Saying.Taken => IsAnother(statement.Reference),
                Saying.Failed => statement.Reference == _row.Reference
                    || (statement.Reference is null && statement.Attempt is null),
                _ => false,
            };
    }

    private bool IsKnownFailed(string? reference) =>
        reference is not null
        && (
            _row.Seen.Any(seen => seen.Reference == reference && new TransactionStatus(seen.Status).IsFailedRefund)
            || _testimony.Statements.Any(statement => statement.Saying == Saying.Failed && statement.Reference == reference)
        );

    private bool IsAnother(string? reference) =>
        reference is not null
        && _row.Reference is not null
        && reference != _row.Reference
        && !IsKnownFailed(reference)
        && _reading?.OursFailed.Any(refund => refund.Reference == reference) != true
        && !_file.Ledger.IsOwnedByAnother(reference, _row.Id)
        && _row.Baseline?.Contains(reference) != true;

    private bool IsContradiction(ListedRefund refund)
    {
        if (refund.Owner != Owner.Us && !IsPerhapsOurs(refund))
            return false;
        if (_row.Status == OperationStatus.Failed)
            return refund.IsLive || _row.IsSettledAsDone(refund.Reference);
        if (refund.Reference == _row.Reference)
            return !refund.IsLive || _row.IsSettledAsNotDone || refund.Amount != _row.Amount;
        return refund.IsLive && refund.Reference is not null;
    }

    // A message that came to our address names it, though another may have made it: a person has to tell whose it is.
    private bool IsPerhapsOurs(ListedRefund refund) =>
        refund is { Owner: Owner.Unexplained, Reference: { } reference } && _row.MaybeSent.Any() && _testimony.Names(reference);

    // A settlement or a void is done once per payment: what the payment shows is this operation's unless another of the ledger did it.
    private bool IsContradiction(PaymentProcessResponse payment) =>
        _row.Status == OperationStatus.Failed && _row.MaybeSent.Any() && new PaymentEffect(_file).IsOurs(payment);

    private static string Words(InboxMessage message) =>
        message.Kind switch
        {
            InboxKind.Callback => $"callback {message.Answer.Status}",
            InboxKind.LateAnswer => $"late answer {message.Answer.RespCode}",
            _ => $"2C2P's list {message.Answer.EntryStatus}",
        };
}
