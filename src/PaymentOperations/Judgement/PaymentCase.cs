using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Judges an open settlement or void by one look at the payment (I). 2C2P does each once per payment.</summary>
internal sealed class PaymentCase
{
    private readonly CaseFile _file;
    private readonly Look _look;
    private readonly OperationRow _row;
    private readonly Testimony _testimony;
    private readonly CaseWords _words;
    private readonly PaymentEffect _effect;

    public PaymentCase(CaseFile file, Look look)
    {
        (_file, _look, _row) = (file, look, file.Row);
        _testimony = new Testimony(file);
        _words = new CaseWords(file);
        _effect = new PaymentEffect(file);
    }

    private bool WasNeverSent => !_row.MaybeSent.Any();

    public Verdict Decide() =>
        _look.View switch
        {
            GatewayView.Seen seen => ByPayment(seen.Response, DecisiveAnswer.Of(seen.Response, seen.Evidence)),
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

    private Verdict ByPayment(PaymentProcessResponse payment, DecisiveAnswer decisive) =>
        _row.Status switch
        {
            OperationStatus.Accepted => Accepted(payment, decisive),
            OperationStatus.Pending => Pending(payment, decisive),
            _ => Unknown(payment, decisive),
        };

    private Verdict Accepted(PaymentProcessResponse payment, DecisiveAnswer decisive)
    {
        if (SendingRules.Forbid(_file) is { } forbidden)
            return _words.Person(forbidden, forbidden);
        if (!WasNeverSent && _effect.IsOurs(payment))
            return _words.AskInstead("The payment already shows the effect of an earlier attempt", decisive);
        if (!PaymentRules.Allows(_row.Kind, payment.Status))
            return Cannot(
                $"The payment's status is {payment.Status}, which does not allow a {Word(_row.Kind)}",
                payment,
                decisive
            );
        if (_row.Kind == OperationKind.Settlement && payment.Amount is null)
            return _words.Hold("2C2P's answer shows no amount that can be read");
        if (_row.Amount > payment.Amount)
            return Cannot($"The authorized amount is {payment.Amount}, less than the amount to settle", payment, decisive);
        if (!WasNeverSent && AgainstAnother() is { } reason)
            return _words.AskInstead(reason, decisive);

        return new Verdict.Send(
            new Permit(
                WasNeverSent ? Licence.First
                    : _row.HasPersonsWord ? Licence.Person
                    : Licence.OncePerPayment,
                null,
                payment.ReferenceNo,
                new PaymentFacts(payment.Amount, payment.Status)
            )
        );
    }

    private Verdict Pending(PaymentProcessResponse payment, DecisiveAnswer decisive)
    {
        var gateway = GatewayResults.Of(payment);
        if (payment.Status == TransactionStatus.Voided)
            return new Verdict.Change(Ending.Succeeded(_row, "T15", "2C2P voided the payment", gateway, decisive, null));
        return payment.Status.IsSettled
            ? new Verdict.Change(Ending.Failed(_row, "T15", "2C2P settled the payment instead of voiding it", gateway, decisive))
            : new Verdict.Stay($"2C2P shows the payment as {payment.Status}", static row => row);
    }

    private Verdict Unknown(PaymentProcessResponse payment, DecisiveAnswer decisive)
    {
        // A payment does not say who settled or voided it, and one that the copy does not know may have.
        if (_row.RestoredAt is not null)
            return _words.Person(
                $"The ledger was put back from a copy; the payment is {payment.Status}, and nothing tells by which operation",
                "The ledger was put back from a copy after this operation was accepted; what the payment shows may be its work or another's, of which the copy does not know"
            );

        var gateway = GatewayResults.Of(payment);
        if (_effect.IsOurs(payment))
            return new Verdict.Change(
                payment.Status == TransactionStatus.VoidPending
                    ? Ending.Pending(_row, "T11", "2C2P shows the void as pending", gateway, decisive, null)
                    : Ending.Succeeded(_row, "T11", $"2C2P shows the payment as {payment.Status}", gateway, decisive, null)
            );
        if (Evidence() is { } statement)
            return new Verdict.Stay(
                $"2C2P said something of it ({statement}), and shows the payment as {payment.Status}",
                static row => row with { AbsentSince = null }
            );

        if (_effect.IsOtherCapture(payment) && payment.Amount is null)
            return new Verdict.Stay(
                "2C2P shows a capture whose amount cannot be read; it may be this one",
                static row => row with { AbsentSince = null }
            );

        var (isCertain, since) = Absence.After(_row, _look.AskedAt, _file.Times);
        if (isCertain && RefusedForCertain(payment) is { } refusal)
            return new Verdict.Change(
                Ending.Failed(_row, "T12", refusal, gateway with { RespCode = _row.MaybeSent.Single().RespCode }, decisive)
            );
        if (isCertain && IsExcluded(payment))
            return new Verdict.Change(
                Ending.Failed(_row, "T12", $"The payment is {payment.Status}, which excludes it", gateway, decisive)
            );
        if (isCertain && MayResend(payment))
            return new Verdict.Change(
                new Transition
                {
                    Rule = "T13",
                    To = OperationStatus.Accepted,
                    Note = $"2C2P shows the payment untouched ({payment.Status}), and does this once per invoice",
                    Evidence = decisive,
                    DueAtOnce = true,
                }
            );
        return new Verdict.Stay(
            _effect.IsOtherCapture(payment)
                ? $"2C2P shows a capture of another amount ({payment.AmountText})"
                : $"2C2P shows the payment as {payment.Status}",
            row => row with { AbsentSince = since }
        );
    }

    private Statement? Evidence() =>
        _testimony.Statements.LastOrDefault(statement =>
            statement.Saying is Saying.Done or Saying.Taken or Saying.Contradiction or Saying.Failed
        );

    // These codes speak of the payment, not of our request: failing needs the same proof as absence.
    private string? RefusedForCertain(PaymentProcessResponse payment)
    {
        if (_row.Kind != OperationKind.Settlement || _row.MaybeSent.ToList() is not [{ RespCode: { } code }])
            return null;
        if (code == ResultCodes.SettlementRejected && !Sayings.IsEffect(_row.Kind, payment.Status))
            return "2C2P rejected the settlement, and the payment shows none";
        return code == ResultCodes.AlreadySettled && _effect.IsOtherCapture(payment)
            ? $"The payment was settled already, with another amount ({payment.AmountText})"
            : null;
    }

    private bool IsExcluded(PaymentProcessResponse payment) =>
        _effect.IsAnothers(payment)
        || (_row.Kind == OperationKind.Settlement ? payment.Status == TransactionStatus.Voided : payment.Status.IsSettled);

    private bool MayResend(PaymentProcessResponse payment) =>
        AgainstAnother() is null
        && PaymentRules.Allows(_row.Kind, payment.Status)
        && (_row.Kind == OperationKind.Void || (payment.Amount is { } amount && !(_row.Amount > amount)));

    private string? AgainstAnother()
    {
        if (_row.NeedsReview)
            return "A person may be acting on it";
        if (_row.MaybeSent.Count() >= _file.Times.MaxAttempts && !_row.HasPersonsWord)
            return $"It was sent {_file.Times.MaxAttempts} times";
        return SendingRules.Forbid(_file) ?? (Evidence() is { } statement ? $"2C2P said something of it ({statement})" : null);
    }

    private Verdict Cannot(string reason, PaymentProcessResponse response, DecisiveAnswer decisive)
    {
        if (_row.Status != OperationStatus.Accepted)
            return new Verdict.Stay(reason, static row => row with { AbsentSince = null });
        return WasNeverSent
            ? FailUnsent(reason, GatewayResults.Of(response), decisive)
            : _words.AskInstead($"{reason}, and an earlier attempt may have been sent", decisive);
    }

    // T3a. What this copy of the ledger never sent, another may have sent.
    private Verdict FailUnsent(string reason, GatewayResult gateway, DecisiveAnswer? decisive) =>
        SendingRules.Forbid(_file) is { } forbidden
            ? _words.Person(forbidden, forbidden)
            : new Verdict.Change(Ending.Failed(_row, "T3a", reason, gateway, decisive));

    private static string Word(OperationKind kind) => kind == OperationKind.Settlement ? "settlement" : "void";
}
