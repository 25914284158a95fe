using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>A person's word on a settlement or a void, held against the payment as 2C2P shows it (T18).</summary>
internal sealed class PaymentResolution
{
    private readonly CaseFile _file;
    private readonly OperationRow _row;
    private readonly PersonsWord _word;
    private readonly Look _look;
    private readonly Objections _objections;
    private readonly Testimony _testimony;
    private readonly PaymentEffect _effect;

    public PaymentResolution(CaseFile file, PersonsWord word, Look look, Objections objections)
    {
        (_file, _row, _word, _look, _objections) = (file, file.Row, word, look, objections);
        _testimony = new Testimony(file);
        _effect = new PaymentEffect(file);
    }

    private PaymentProcessResponse? Payment => _look.View is GatewayView.Seen seen ? seen.Response : null;

    public Ruling Rule() =>
        _word.Outcome switch
        {
            ResolutionOutcome.Succeeded => Succeeded(),
            ResolutionOutcome.Failed => Failed(),
            ResolutionOutcome.SendAgain => SendAgain(),
            _ => throw new InvalidOperationException($"The outcome {_word.Outcome} is no resolution of a payment's operation."),
        };

    private Ruling Succeeded()
    {
        if (Payment is not { } payment)
            return Ruling.Refuse($"It cannot have succeeded: {_look.View.Describe()}.");
        if (!_effect.IsOurs(payment))
        {
            _objections.Add(payment, mayBeOverruled: false);
            return Ruling.Refuse(
                _effect.IsAnothers(payment)
                    ? "Another operation of this payment did what 2C2P shows."
                    : "The payment does not show what this operation would leave behind."
            );
        }
        if (_word.Reference is { } reference && reference != payment.ReferenceNo)
            return Ruling.Refuse($"The payment's reference at 2C2P is {payment.ReferenceNo}.");

        var evidence = Evidence()!;
        var note = $"A person settled it: 2C2P shows the payment as {payment.Status}";
        if (_row.IsFinal)
            return Ruling.Follow(FlagOnly($"A person looked: 2C2P shows the payment as {payment.Status}"));
        return Ruling.Follow(
            payment.Status == TransactionStatus.VoidPending
                ? Ending.Pending(_row, "T18", note, GatewayResults.Of(payment), evidence, null)
                : Ending.Succeeded(_row, "T18", note, GatewayResults.Of(payment), evidence, null)
        );
    }

    private Ruling Failed()
    {
        if (Payment is { } payment)
        {
            if (_effect.IsOurs(payment))
                _objections.Add(payment, mayBeOverruled: false);
            else if (_effect.IsOtherCapture(payment) && !_effect.IsAnothers(payment) && _row.MaybeSent.Any())
                _objections.Add(payment, mayBeOverruled: true);
        }
        foreach (var statement in _testimony.Forbidding)
            _objections.Add(statement, mayBeOverruled: true);

        return Ruling.Follow(
            _row.IsFinal
                ? FlagOnly("A person looked: 2C2P did not do it")
                : Ending.Failed(
                    _row,
                    "T18",
                    "A person settled it: 2C2P did not do it",
                    Payment is { } shown ? GatewayResults.Of(shown) : _row.Gateway ?? new GatewayResult(),
                    Evidence()
                )
        );
    }

    private Ruling SendAgain()
    {
        if (Payment is not { } payment)
            return Ruling.Refuse($"It cannot be sent: {_look.View.Describe()}.");

        foreach (
            var statement in _testimony.Statements.Where(statement => statement.Saying is not (Saying.Nothing or Saying.Refused))
        )
            _objections.Add(statement, mayBeOverruled: false);
        if (!PaymentRules.Allows(_row.Kind, payment.Status) || _effect.IsOurs(payment))
            _objections.Add(payment, mayBeOverruled: false);
        if (_row.Amount > payment.Amount)
            return Ruling.Refuse($"The authorized amount is {payment.AmountText}, less than the amount to settle.");
        if (SendingRules.Forbid(_file with { Row = _row with { IsHinted = false, RestoredAt = null } }) is { } forbidden)
            return Ruling.Refuse($"{forbidden}.");

        return Ruling.Follow(
            new Transition
            {
                Rule = "T18",
                To = OperationStatus.Accepted,
                Note = "A person said to send it once more",
                Evidence = Evidence(),
                DueAtOnce = true,
                Edit = row => SendingAgain.Of(row, _file.Now),
            }
        );
    }

    private Transition FlagOnly(string note) =>
        new()
        {
            Rule = "T18",
            To = _row.Status,
            Note = $"{note}; the operation stays {_row.Status.ToString().ToLowerInvariant()}",
            Evidence = Evidence(),
        };

    private DecisiveAnswer? Evidence() =>
        _look.View switch
        {
            GatewayView.Seen seen => DecisiveAnswer.Of(seen.Response, seen.Evidence),
            GatewayView.Missing missing => DecisiveAnswer.Of(missing.Response, missing.Evidence),
            _ => null,
        };
}
