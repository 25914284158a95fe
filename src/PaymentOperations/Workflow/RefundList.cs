using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>A verified list of refunds (RS), seen from one operation.</summary>
/// <param name="Row">The operation.</param>
/// <param name="Ledger">Its invoice.</param>
/// <param name="List">2C2P's answer.</param>
/// <param name="Evidence">Why it is believed.</param>
/// <param name="EchoKnown">Whether this merchant's gateway was ever seen to return our texts.</param>
internal sealed record RefundList(
    OperationRow Row,
    InvoiceSnapshot Ledger,
    PaymentProcessResponse List,
    AnswerEvidence Evidence,
    bool EchoKnown
)
{
    /// <summary>Entries that carry our id or our key's hash, have a reference and belong to no other operation; those that are not failed first.</summary>
    public IReadOnlyList<RefundEntry> Echoes =>
        [
            .. List
                .Refunds.Where(entry =>
                    EchoesUs(entry) && HasReference(entry) && !Ledger.IsOwnedByAnother(entry.ReferenceNo, Row.Id)
                )
                .OrderBy(entry => entry.Status.IsFailedRefund),
        ];

    /// <summary>Whether two refunds that are not failed carry our mark: money may have moved twice.</summary>
    public bool HasDouble => Echoes.Count(entry => !entry.Status.IsFailedRefund) > 1;

    /// <summary>
    /// Whether everything with our mark failed while an attempt is left over that no entry accounts for: that one may still be done, so the failures do not fail the operation.
    /// </summary>
    public bool LeavesAttemptOpen =>
        Echoes.Count > 0 && Echoes.All(entry => entry.Status.IsFailedRefund) && Echoes.Count < Row.MaybeSent.Count();

    /// <summary>Entries that could be ours and that nothing proves or excludes.</summary>
    public IReadOnlyList<RefundEntry> Candidates => [.. List.Refunds.Where(IsCandidate)];

    /// <summary>Whether the list shows every refund of this invoice that we know to have succeeded. One that does not lags and proves nothing.</summary>
    public bool IsCaughtUp =>
        Ledger.SucceededReferences.All(reference => List.Refunds.Any(entry => entry.ReferenceNo == reference));

    /// <summary>What 2C2P's own list leaves to refund; null when an amount cannot be read.</summary>
    public Money? Left =>
        List.Amount is { } captured && List.Refunds.All(entry => entry.Amount is not null)
            ? captured - Sum(entry => !entry.Status.IsFailedRefund)
            : null;

    /// <summary>What is captured and not certainly given back; a pending refund may still come to nothing. Null when an amount cannot be read.</summary>
    public Money? LeftIfPendingFails =>
        List.Amount is { } captured && List.Refunds.All(entry => entry.Amount is not null)
            ? captured - Sum(entry => entry.Status == TransactionStatus.RefundConfirmed)
            : null;

    /// <summary>Every reference in the list.</summary>
    public IReadOnlyList<string> References =>
        [.. List.Refunds.Select(entry => entry.ReferenceNo).OfType<string>().Where(reference => reference.Length > 0).Distinct()];

    /// <summary>Whether the gateway returned the id of an operation of ours: it echoes.</summary>
    public bool ShowsEcho =>
        List.Refunds.Any(entry =>
            OperationId.TryParse(entry.UserDefined.ElementAtOrDefault(0), out var id) && Ledger.Find(id) is not null
        );

    /// <summary>Whether an entry without our mark is thereby proven not to be ours.</summary>
    public bool EchoDecides => EchoKnown && Row.MaybeSent.All(attempt => attempt.CarriedEcho);

    private Money Sum(Func<RefundEntry, bool> counts) =>
        new(List.Refunds.Where(counts).Sum(entry => entry.Amount!.Value.MinorUnits));

    private bool IsCandidate(RefundEntry entry)
    {
        if (EchoesUs(entry))
            return !Echoes.Contains(entry);

        return !EchoDecides
            && !CarriesForeignMark(entry)
            && !(entry.ReferenceNo is { } reference && IsExplained(reference))
            && (entry.Amount is null || entry.Amount == Row.Amount);
    }

    private bool IsExplained(string reference) =>
        Row.Baseline?.Contains(reference) == true || Ledger.References.ContainsKey(reference);

    private bool EchoesUs(RefundEntry entry) =>
        entry.UserDefined.ElementAtOrDefault(0) == Row.Id.ToString() || entry.UserDefined.ElementAtOrDefault(1) == Row.KeyHash;

    private bool CarriesForeignMark(RefundEntry entry) =>
        OperationId.TryParse(entry.UserDefined.ElementAtOrDefault(0), out var id) && id != Row.Id;

    private static bool HasReference(RefundEntry entry) => !string.IsNullOrWhiteSpace(entry.ReferenceNo);
}
