using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>What contradicts a person's word: what is certainly this operation's, and what may be, which the person may have looked at.</summary>
internal sealed class Objections(IReadOnlyList<string> despite)
{
    private readonly List<ContradictingEntry> _all = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    /// <summary>What was looked at and is not this operation's, by the person's word, as it is kept.</summary>
    public IEnumerable<string> Overruled =>
        _all.Where(IsOverruled).Select(entry => _listed.Contains(entry.Key) ? entry.Key : ConflictKey.Said(entry.Key));

    /// <summary>What stands against the word.</summary>
    public IReadOnlyList<ContradictingEntry> Standing => [.. _all.Where(entry => !IsOverruled(entry))];

    /// <summary>A refund that 2C2P lists, or listed once.</summary>
    public void Add(ListedRefund refund, bool mayBeOverruled)
    {
        var key = ConflictKey.Of(refund.Reference, Sayings.OfEntry(refund.Status));
        // A stranger's without a reference has the same name as one of ours that is listed later.
        if (refund.Entry is not null && (refund.Reference is not null || refund.Owner == Owner.Us))
            _listed.Add(key);
        Add(
            new ContradictingEntry(
                key,
                $"2C2P {(refund.Entry is null ? "listed" : "lists")} refund {refund.Reference ?? "without reference"} as {Word(refund.Status)}{(refund.Amount is { } amount ? $" of {amount.ToWire()}" : "")}{(refund.Entry is null ? ", and no longer does" : "")}",
                mayBeOverruled
            )
            {
                Reference = refund.Reference,
                Status = refund.Status.Text,
                Amount = refund.Amount,
            }
        );
    }

    /// <summary>A verified message.</summary>
    public void Add(Statement statement, bool mayBeOverruled) =>
        Add(
            new ContradictingEntry(
                ConflictKey.Of(statement.Reference, statement.Saying),
                $"2C2P said: {statement}",
                mayBeOverruled
            )
            {
                Reference = statement.Reference,
                Status = statement.Answer.EntryStatus ?? statement.Answer.Status,
            }
        );

    /// <summary>The payment as 2C2P shows it.</summary>
    public void Add(PaymentProcessResponse payment, bool mayBeOverruled) =>
        Add(
            new ContradictingEntry(
                ConflictKey.OfPayment(payment.Status),
                $"2C2P shows the payment as {Word(payment.Status)}{(payment.Amount is { } amount ? $" of {amount.ToWire()}" : "")}",
                mayBeOverruled
            )
            {
                Reference = payment.ReferenceNo,
                Status = payment.Status.Text,
                Amount = payment.Amount,
            }
        );

    // Of two with one name the one that nobody may overrule counts.
    private void Add(ContradictingEntry entry)
    {
        var same = _all.FindIndex(other => other.Key == entry.Key);
        if (same < 0)
            _all.Add(entry);
        else if (_all[same].MayBeOverruled && !entry.MayBeOverruled)
            _all[same] = entry;
    }

    private bool IsOverruled(ContradictingEntry entry) =>
        entry.MayBeOverruled && despite.Contains(entry.Key, StringComparer.Ordinal);

    private static string Word(TransactionStatus status) => string.IsNullOrEmpty(status.Text) ? "of no one status" : status.Text;
}
