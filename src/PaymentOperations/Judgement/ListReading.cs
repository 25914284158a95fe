using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Judgement;

/// <summary>2C2P's list of the refunds of an invoice (answer to RS), read for one operation, together with what earlier lists showed.</summary>
internal sealed class ListReading
{
    // Reconciliation reads the list once for each of thousands of refunds and needs neither: both look at every operation of the invoice.
    private readonly Lazy<long> _takenAndNotListed;
    private readonly Lazy<bool> _isCaughtUp;

    public ListReading(CaseFile file, Testimony testimony, PaymentProcessResponse list, AnswerEvidence evidence)
    {
        List = list;
        Evidence = evidence;
        var ownership = new Ownership(file.Row, file.Ledger, testimony);
        Listed = [.. Distinct(list.Refunds, ownership)];
        Refunds = [.. Listed, .. Remembered(file.Row, ownership)];
        var listed = new Lazy<HashSet<string>>(() => References.ToHashSet(StringComparer.Ordinal));
        _takenAndNotListed = new(() =>
            file
                .SiblingRefunds.Where(other => other.Reference is { } taken && !listed.Value.Contains(taken))
                .Sum(SiblingRefunds.MayHaveMoved)
        );
        _isCaughtUp = new(() => file.Ledger.SucceededReferences.All(listed.Value.Contains));
    }

    /// <summary>The answer.</summary>
    public PaymentProcessResponse List { get; }

    /// <summary>How it was verified.</summary>
    public AnswerEvidence Evidence { get; }

    /// <summary>What it lists now, each refund once.</summary>
    public IReadOnlyList<ListedRefund> Listed { get; }

    /// <summary>What it lists now, and what of ours or unexplained only an earlier list showed.</summary>
    public IReadOnlyList<ListedRefund> Refunds { get; }

    /// <summary>Whether the list shows every refund of the invoice that the ledger knows to be done; if not, it lags.</summary>
    public bool IsCaughtUp => _isCaughtUp.Value;

    /// <summary>Ours.</summary>
    public IEnumerable<ListedRefund> Ours => Refunds.Where(refund => refund.Owner == Owner.Us);

    /// <summary>Ours that moved money or still may.</summary>
    public IReadOnlyList<ListedRefund> OursLive => [.. Ours.Where(refund => refund.IsLive)];

    /// <summary>Ours that 2C2P did not do.</summary>
    public IReadOnlyList<ListedRefund> OursFailed => [.. Ours.Where(refund => !refund.IsLive)];

    /// <summary>What nobody explains and what may have moved money: it may be ours, whatever its amount and mark.</summary>
    public IReadOnlyList<ListedRefund> Suspects =>
        [.. Refunds.Where(refund => refund.Owner == Owner.Unexplained && refund.IsLive)];

    /// <summary>What the list leaves of the captured amount; null where an amount that matters cannot be read.</summary>
    public Money? Left => LeftAfter(refund => refund.IsLive);

    /// <summary>
    /// What would be left if it showed, too, what the ledger knows that 2C2P took and may have done. Null where an amount that matters cannot be read. Accepts reserve all that; but what was accepted while nobody knew the captured
    /// amount was never held against it.
    /// </summary>
    public Money? LeftBesideTaken => Left is { } left ? left - new Money(_takenAndNotListed.Value) : null;

    /// <summary>What it leaves at the least that is certain to be gone: an unexplained refund may be ours, and a pending one may come back.</summary>
    public Money? LeftForCertain =>
        LeftAfter(refund => refund.Owner is Owner.Before or Owner.Sibling && refund.Status == TransactionStatus.RefundConfirmed);

    /// <summary>The references that it lists.</summary>
    public IEnumerable<string> References => Listed.Select(refund => refund.Reference).OfType<string>();

    private Money? LeftAfter(Func<ListedRefund, bool> counts)
    {
        if (List.Amount is not { } captured || Listed.Any(refund => refund.IsLive && refund.Amount is null))
            return null;
        return captured - new Money(Listed.Where(counts).Sum(refund => refund.Amount?.MinorUnits ?? 0));
    }

    // One reference is one refund, however often it is listed; two without a reference are two.
    private static IEnumerable<ListedRefund> Distinct(IReadOnlyList<RefundEntry> entries, Ownership ownership)
    {
        foreach (var entry in entries.Where(entry => Ownership.TextOf(entry.ReferenceNo) is null))
            yield return new(null, entry.Status, entry.Amount, ownership.Of(entry), entry);

        var groups = entries
            .Where(entry => Ownership.TextOf(entry.ReferenceNo) is not null)
            .GroupBy(entry => Ownership.TextOf(entry.ReferenceNo)!, StringComparer.Ordinal);
        foreach (var same in groups)
        {
            var owners = same.Select(ownership.Of).ToList();
            yield return new(
                same.Key,
                same.Select(entry => entry.Status).Distinct().ToList() is [var status] ? status : new TransactionStatus(""),
                same.Select(entry => entry.Amount).Distinct().ToList() is [var amount] ? amount : null,
                owners.Min(),
                same.First()
            );
        }
    }

    private IEnumerable<ListedRefund> Remembered(OperationRow row, Ownership ownership)
    {
        foreach (var sighting in row.Seen.Where(IsNotListed))
        {
            var owner = ownership.Of(sighting);
            if (owner is Owner.Us or Owner.Unexplained)
                yield return new(
                    sighting.Reference,
                    new TransactionStatus(sighting.Status),
                    sighting.Amount is { } amount ? new Money(amount) : null,
                    owner,
                    null
                );
        }
    }

    // What had no reference is what now has one, as far as it is ours: the mark is the same.
    private bool IsNotListed(Sighting sighting) =>
        sighting.Reference is { } reference
            ? Listed.All(refund => refund.Reference != reference)
            : !Listed.Any(refund =>
                sighting.IsOurs
                    ? refund.Owner == Owner.Us
                    : refund.Reference is null && refund.Amount?.MinorUnits == sighting.Amount
            );
}
