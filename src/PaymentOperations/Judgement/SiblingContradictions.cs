using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Refunds of the same invoice that the ledger ended and of which 2C2P's list now says something else. They are told, and nothing more is refunded until a person has looked.</summary>
internal static class SiblingContradictions
{
    public static IReadOnlyList<Contradicted> In(CaseFile file, ListReading reading) =>
        [
            .. Candidates(file, reading)
                .Where(found => Contradicts(found.Other, found.Entry, file.Ledger))
                .Select(found => new Contradicted(found.Other, DecisiveAnswer.Of(reading.List, reading.Evidence, found.Entry)))
                .Where(found => !IsAcknowledged(found.Sibling, found.Entry))
                .Take(5),
        ];

    // Of thousands of refunds and entries, only those that name each other are compared.
    private static IEnumerable<(OperationRow Other, RefundEntry Entry)> Candidates(CaseFile file, ListReading reading)
    {
        var entries = reading.List.Refunds;
        var byMark = entries.Index().ToLookup(entry => entry.Item.UserDefined.ElementAtOrDefault(0), entry => entry.Index);
        var byReference = entries.Index().ToLookup(entry => Ownership.TextOf(entry.Item.ReferenceNo), entry => entry.Index);
        foreach (var other in file.SiblingRefunds.Where(other => other.IsFinal))
        {
            var named = SiblingRefunds.ReferencesOf(other).Append(other.Reference).Select(Ownership.TextOf).OfType<string>();
            foreach (
                var index in byMark[other.Id.ToString()]
                    .Concat(named.SelectMany(reference => byReference[reference]))
                    .Distinct()
                    .Order()
            )
                yield return (other, entries[index]);
        }
    }

    /// <summary>Why a further refund of the invoice has to wait, or null.</summary>
    public static string? Hold(CaseFile file, IReadOnlyList<Contradicted> found)
    {
        if (found is [var first, ..])
            return $"2C2P lists refund {first.Entry.EntryReferenceNo ?? "without reference"} of operation {first.Sibling.Id} as {first.Entry.EntryStatus}, which the ledger calls {first.Sibling.Status.ToString().ToLowerInvariant()}; this refund may be its repetition";
        return
            file.SiblingRefunds.FirstOrDefault(other => other is { IsFinal: true, NeedsReview: true, ConflictKeys.Count: > 0 })
                is { } flagged
            ? $"What 2C2P said of operation {flagged.Id} contradicts the ledger, and nobody has looked yet; this refund may be its repetition"
            : null;
    }

    /// <summary>Whether an entry contradicts the end of the refund that it is.</summary>
    private static bool Contradicts(OperationRow other, RefundEntry entry, InvoiceSnapshot ledger)
    {
        var isLive = !entry.Status.IsFailedRefund;
        if (other.Status == OperationStatus.Failed)
            return isLive ? IsOf(other, entry, ledger) : other.IsSettledAsDone(Ownership.TextOf(entry.ReferenceNo));
        if (entry.ReferenceNo is { } reference && reference == other.Reference)
            return !isLive || (entry.Amount is { } amount && amount != other.Amount);
        return isLive && HasMark(other, entry) && Ownership.TextOf(entry.ReferenceNo) is not null && other.Reference is not null;
    }

    private static bool IsOf(OperationRow other, RefundEntry entry, InvoiceSnapshot ledger)
    {
        var reference = Ownership.TextOf(entry.ReferenceNo);
        if (reference is not null && ledger.IsOwnedByAnother(reference, other.Id))
            return false;
        return HasMark(other, entry)
            || (reference is not null && (reference == other.Reference || SiblingRefunds.IsNamedAs(other, reference)));
    }

    private static bool HasMark(OperationRow other, RefundEntry entry) =>
        other.MaybeSent.Any() && entry.UserDefined.ElementAtOrDefault(0) == other.Id.ToString();

    private static bool IsAcknowledged(OperationRow other, DecisiveAnswer entry) =>
        !other.NeedsReview
        && other.ConflictKeys.Contains(
            ConflictKey.Of(entry.EntryReferenceNo, Sayings.OfEntry(new TransactionStatus(entry.EntryStatus ?? "")))
        );
}
