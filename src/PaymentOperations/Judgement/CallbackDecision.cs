using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Judgement;

/// <summary>T16: a pending refund of which 2C2P verifiably offers no list. Only then do callbacks decide, and only if all of them say the same of a refund that is ours.</summary>
internal sealed class CallbackDecision(CaseFile file, Testimony testimony)
{
    private readonly OperationRow _row = file.Row;
    private readonly CaseWords _words = new(file);

    public Verdict? Decide()
    {
        var decisive = testimony
            .Unassigned.Where(statement => statement.Saying is Saying.Done or Saying.Failed or Saying.Contradiction)
            .ToList();
        if (decisive.Count == 0)
            return null;
        if (
            decisive.Select(statement => statement.Saying).Distinct().Count() > 1
            || decisive.Select(statement => statement.Reference).OfType<string>().Distinct().Count() > 1
        )
            return _words.Person(
                "2C2P's callbacks contradict each other, and it offers no list",
                $"2C2P's callbacks contradict each other, and it offers no list of refunds: {string.Join("; ", decisive.TakeLast(5))}",
                "2C2P contradicts itself about a refund"
            );

        var said = decisive.LastOrDefault(statement => statement.Reference is not null) ?? decisive[^1];
        if (said.Saying == Saying.Contradiction || said.Reference is not { } reference || !IsOurs(said, reference))
            return null;
        // One callback speaks of one attempt.
        if (said.Saying == Saying.Failed && MayBeOfAnotherAttempt(reference))
            return null;
        if (MayBeCutOtherwise(said.Answer))
            return null;

        var gateway = GatewayResults.OfRefund(said.Answer, _row, reference);
        var evidence = said.Answer with { Assumption = "2C2P offers no list of refunds; the verified callback decides" };
        return new Verdict.Change(
            said.Saying == Saying.Done
                ? Ending.Succeeded(_row, "T16", "2C2P's verified callback confirms the refund", gateway, evidence, reference)
                : Ending.Failed(_row, "T16", $"2C2P's verified callback says {said.Answer.Status}", gateway, evidence)
        );
    }

    private bool MayBeOfAnotherAttempt(string reference) =>
        testimony.OpenAttempts.Count > 1 || (reference != _row.Reference && _row.MaybeSent.Count() > 1);

    private bool IsOurs(Statement said, string reference)
    {
        var isOurs =
            reference == _row.Reference
            || (
                _row.Reference is null
                && !file.Ledger.References.ContainsKey(reference)
                && said.Answer.UserDefined1 == _row.Id.ToString()
            );
        return isOurs && (said.Saying == Saying.Failed || AmountFits(said.Answer.Amount));
    }

    // A hash is over values without separators: the F of a signed RFF can be moved behind the status, into the approval code or through it into the reference, and back, and the hash stays. A reference that we
    // know shows that nothing passed through the approval code, which then tells by itself. A signature covers each field.
    private bool MayBeCutOtherwise(DecisiveAnswer answer) =>
        answer.HashForm != nameof(HashForm.Signature)
        && (
            !IsKnown(answer.ReferenceNo)
            || (answer.Status == TransactionStatus.RefundConfirmed.Text && answer.ApprovalCode?.StartsWith('F') is true)
            || (answer.Status == TransactionStatus.RefundFailed.Text && !string.IsNullOrEmpty(answer.ApprovalCode))
        );

    private bool IsKnown(string? referenceNo) =>
        !string.IsNullOrEmpty(referenceNo) && (referenceNo == _row.TransactionReference || referenceNo == _row.Reference);

    // The amount is optional there; what is given has to be ours.
    private bool AmountFits(string? amount) =>
        string.IsNullOrEmpty(amount) || (Money.TryParseWire(amount, out var said) && said == _row.Amount);
}
