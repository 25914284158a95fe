using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>T3: the transition that is the right to send, used once.</summary>
internal static class Submission
{
    public static Transition Of(CaseFile file, Permit permit, bool carriesEcho)
    {
        var attempt = new Attempt
        {
            Number = file.Row.AttemptCount + 1,
            StartedAt = file.Now,
            ClaimUntil = file.Now + file.Times.Claim,
            CarriedEcho = carriesEcho,
            Licence = permit.Licence,
        };
        return new Transition
        {
            Rule = "T3",
            To = OperationStatus.Submitting,
            Note = $"Attempt {attempt.Number} is sent to 2C2P",
            KeepsClaim = true,
            KeepsPolls = true,
            FillsInvoice = file.Ledger.Invoice.Captured is null ? permit.Facts : null,
            Edit = changed =>
                changed with
                {
                    Attempts = [.. changed.Attempts, attempt],
                    // What 2C2P listed before anything of ours can have been there; a later attempt must not make the first one's work part of it.
                    Baseline = changed.MaybeSent.Any() ? changed.Baseline : permit.Baseline,
                    TransactionReference = permit.TransactionReference ?? changed.TransactionReference,
                },
        };
    }
}
