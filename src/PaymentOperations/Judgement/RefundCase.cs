using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Judges an open refund by one look at 2C2P's list of the invoice's refunds (RS).</summary>
internal sealed class RefundCase
{
    private readonly CaseFile _file;
    private readonly Look _look;
    private readonly OperationRow _row;
    private readonly Testimony _testimony;
    private readonly CaseWords _words;

    public RefundCase(CaseFile file, Look look)
    {
        (_file, _look, _row) = (file, look, file.Row);
        _testimony = new Testimony(file);
        _words = new CaseWords(file);
    }

    private bool WasNeverSent => !_row.MaybeSent.Any();

    public Verdict Decide() =>
        _look.View switch
        {
            GatewayView.Seen seen => ByList(new ListReading(_file, _testimony, seen.Response, seen.Evidence)),
            GatewayView.NotOffered => WithoutList(),
            GatewayView.Missing missing => Cannot(
                "2C2P knows no payment of this invoice number",
                missing.Response,
                DecisiveAnswer.Of(missing.Response, missing.Evidence)
            ),
            GatewayView.OtherSpelling when WasNeverSent => FailUnsent(
                "2C2P spells the invoice number otherwise",
                new GatewayResult(),
                null
            ),
            var view => new Verdict.Stay(view.Describe(), static row => row),
        };

    /// <summary>A first refund where 2C2P verifiably offers no list.</summary>
    public Verdict DecideByPayment()
    {
        if (_look.View is not GatewayView.Seen { Response: var payment, Evidence: var evidence })
            return Decide();

        if (Forbidden() is { } reason)
            return _words.Person(reason, reason);
        if (IsAcceptedAfterRestore())
            return _words.Person(
                "The ledger was put back from a copy, and 2C2P offers no list of refunds",
                "The ledger was put back from a copy a short time before this refund was accepted, and 2C2P offers no list of refunds: it may be the repetition of one that the copy does not know"
            );
        if (!PaymentRules.Allows(_row.Kind, payment.Status))
            return Cannot(NotAllowed(payment.Status), payment, DecisiveAnswer.Of(payment, evidence));
        if (payment.Amount is not { } captured)
            return _words.Hold("2C2P's answer shows no amount that can be read");
        if (_row.Amount > captured)
            return Cannot(TooMuch(captured.ToWire()), payment, DecisiveAnswer.Of(payment, evidence));
        if (_row.Amount > captured - new Money(_file.SiblingRefunds.Sum(SiblingRefunds.MayHaveMoved)))
            return _words.Hold(
                "Other refunds of this payment may have left less than its amount, and 2C2P offers no list of them"
            );
        return new Verdict.Send(
            new Permit(Licence.First, null, payment.ReferenceNo, new PaymentFacts(payment.Amount, payment.Status))
        );
    }

    private Verdict ByList(ListReading reading)
    {
        var siblings = SiblingContradictions.In(_file, reading);
        var verdict =
            new OwnRefunds(_file, _testimony, reading).Decide()
            ?? (
                _row.Status switch
                {
                    OperationStatus.Accepted when WasNeverSent => First(reading, siblings),
                    OperationStatus.Accepted => Again(reading, siblings),
                    OperationStatus.Pending => new Adoption(_file, _testimony, reading, _look.RestoredAt).Decide("T15")
                        ?? new Verdict.Stay("2C2P's list does not show the refund yet", Suspected(reading)),
                    _ => Unknown(reading, siblings),
                }
            );
        return Remember(verdict, reading) with { Siblings = siblings };
    }

    private Verdict First(ListReading reading, IReadOnlyList<Contradicted> siblings)
    {
        if (Forbidden(siblings) is { } reason)
            return _words.Person(reason, reason);
        if (Repeats(reading) is { } repetition)
            return _words.Person(repetition, repetition);
        if (_row.MayHaveAnotherLife && reading.Suspects is [var suspect, ..])
            return _words.Person(
                $"2C2P lists refund {suspect.Reference ?? "without reference"}, which was not there when a person said to send this one",
                $"2C2P lists refund {suspect.Reference ?? "without reference"}, which nobody explains and which was not there when a person said to send this one: it may be this one"
            );
        if (!reading.IsCaughtUp)
            return _words.Hold("2C2P's list misses a refund that succeeded; it lags");

        var (list, decisive) = (reading.List, DecisiveAnswer.Of(reading.List, reading.Evidence));
        if (!PaymentRules.Allows(_row.Kind, list.Status))
            return Cannot(NotAllowed(list.Status), list, decisive);
        if (list.Amount is { } captured && _row.Amount > captured)
            return Cannot(TooMuch(captured.ToWire()), list, decisive);
        if (reading.Left is not { } left)
            return _words.Hold("2C2P's list shows an amount that cannot be read");
        if (_row.Amount > left)
            return Cannot(TooMuch(left.ToWire()), list, decisive);
        if (_row.Amount > reading.LeftBesideTaken)
            return _words.Hold(RefundPermission.NotBesideTaken);
        return new Verdict.Send(
            new Permit(
                Licence.First,
                Baseline.Of(reading.References),
                list.ReferenceNo,
                new PaymentFacts(list.Amount, list.Status)
            )
        );
    }

    // A later attempt: absence was certain when the right to it was given, and everything else is weighed anew.
    private Verdict Again(ListReading reading, IReadOnlyList<Contradicted> siblings)
    {
        var (licence, why) = new RefundPermission(_file, _testimony, reading, siblings).For(_look.AskedAt);
        return licence is { } given
            ? new Verdict.Send(
                new Permit(
                    given,
                    _row.Baseline,
                    reading.List.ReferenceNo,
                    new PaymentFacts(reading.List.Amount, reading.List.Status)
                )
            )
            : _words.AskInstead(why, DecisiveAnswer.Of(reading.List, reading.Evidence));
    }

    private Verdict Unknown(ListReading reading, IReadOnlyList<Contradicted> siblings)
    {
        if (new Adoption(_file, _testimony, reading, _look.RestoredAt).Decide("T11") is { } adopted)
            return adopted;

        var (licence, why) = new RefundPermission(_file, _testimony, reading, siblings).ForAbsent(_look.AskedAt, out var since);
        if (IsRefusedForCertain(since))
            return new Verdict.Change(
                Ending.Failed(
                    _row,
                    "T12",
                    "2C2P said that everything is refunded already, and lists nothing of ours",
                    GatewayResults.Of(reading.List) with
                    {
                        RespCode = ResultCodes.AlreadyFullyRefunded,
                        RespDesc = ResultCodes.AlreadyFullyRefundedWords,
                    },
                    DecisiveAnswer.Of(reading.List, reading.Evidence)
                )
            );
        if (licence is null)
            return new Verdict.Stay(why, row => Suspected(reading)(row) with { AbsentSince = since });

        return new Verdict.Change(
            new Transition
            {
                Rule = "T13",
                To = OperationStatus.Accepted,
                Note = $"2C2P has nothing of ours; {why}",
                Evidence = DecisiveAnswer.Of(reading.List, reading.Evidence) with { Assumption = why },
                DueAtOnce = true,
            }
        );
    }

    // 49 speaks of the payment, not of our request: failing needs the same proof as absence.
    private bool IsRefusedForCertain(DateTimeOffset? since) =>
        _row.MaybeSent.ToList() is [var only]
        && _testimony.Of(only) == Saying.Nothing
        && _testimony.Statements.Any(statement =>
            statement.Attempt == only.Number && statement.Answer.RespCode == ResultCodes.AlreadyFullyRefunded
        )
        && since is { } absent
        && _look.AskedAt - absent >= _file.Times.AbsentApart;

    private Verdict WithoutList()
    {
        var since = _row.NotOfferedSince ?? _look.AskedAt;
        OperationRow Remembered(OperationRow row) => row with { NotOfferedSince = since, AbsentSince = null };
        if (_look.AskedAt - since < _file.Times.AbsentApart)
            return new Verdict.Stay($"{_look.View.Describe()}; it is asked once more before that is believed", Remembered);

        var verdict = _row.Status switch
        {
            OperationStatus.Accepted when Forbidden() is { } reason => _words.Person(reason, reason),
            OperationStatus.Accepted when WasNeverSent => new Verdict.LookAtPayment(),
            OperationStatus.Accepted => _words.AskInstead(
                "2C2P offers no list of refunds, without which nothing is sent again",
                null
            ),
            OperationStatus.Pending => new CallbackDecision(_file, _testimony).Decide()
                ?? new Verdict.Stay(_look.View.Describe(), Remembered),
            _ => _words.Person(
                "2C2P offers no list of refunds for this payment",
                $"It cannot be told whether 2C2P did it: it offers no list of refunds for this payment.{CaseWords.Said(_testimony)}"
            ),
        };
        return CaseWords.With(verdict, Remembered);
    }

    private string? Repeats(ListReading reading) =>
        IsAcceptedAfterRestore() && Repetition.Of(_row, reading).FirstOrDefault() is { } refund
            ? $"The ledger was put back from a copy a short time before this refund was accepted, and 2C2P lists refund {refund.Reference ?? "without reference"} of this amount, which nobody explains; it may be this one"
            : null;

    private bool IsAcceptedAfterRestore() => Repetition.IsPossible(_file, _look.RestoredAt);

    /// <summary>What forbids even a first request: signs that another copy of the ledger, or a refund that the ledger calls failed, did it already.</summary>
    private string? Forbidden(IReadOnlyList<Contradicted>? siblings = null) =>
        SendingRules.Forbid(_file) ?? SiblingContradictions.Hold(_file, siblings ?? []);

    private Verdict Cannot(string reason, PaymentProcessResponse response, DecisiveAnswer decisive)
    {
        if (WasNeverSent && _row.Status == OperationStatus.Accepted)
            return FailUnsent(reason, GatewayResults.Of(response), decisive);
        return _row.Status == OperationStatus.Accepted
            ? _words.AskInstead($"{reason}, and an earlier attempt may have been sent", decisive)
            : new Verdict.Stay(reason, static row => row with { AbsentSince = null });
    }

    // T3a. What this copy of the ledger never sent, another may have sent.
    private Verdict FailUnsent(string reason, GatewayResult gateway, DecisiveAnswer? decisive) =>
        SendingRules.Forbid(_file) is { } forbidden
            ? _words.Person(forbidden, forbidden)
            : new Verdict.Change(Ending.Failed(_row, "T3a", reason, gateway, decisive));

    private Verdict Remember(Verdict verdict, ListReading reading) =>
        CaseWords.With(verdict, row => Sightings.Remember(row with { NotOfferedSince = null }, reading, _look.AskedAt));

    private static Func<OperationRow, OperationRow> Suspected(ListReading reading)
    {
        var single = reading.Suspects is [var only] ? only.Reference : null;
        return row => row with { InferredReference = single };
    }

    private static string NotAllowed(TransactionStatus status) =>
        $"The payment's status is {status}; only a settled payment can be refunded";

    private static string TooMuch(string left) => $"2C2P's list leaves {left}, less than the amount of this refund";
}
