using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Tells whose an entry of 2C2P's list is. Only what the entry itself, or a message about it, proves counts: what else was seen of this merchant's gateway explains nothing.</summary>
internal sealed class Ownership(OperationRow row, InvoiceSnapshot ledger, Testimony testimony)
{
    private readonly string _id = row.Id.ToString();

    // Asked of every entry, and the same for all of them.
    private readonly Lazy<bool> _isKeyShared = new(() =>
        ledger.Operations.Any(other => other.Id != row.Id && other.KeyHash == row.KeyHash && other.MaybeSent.Any())
    );
    private readonly Lazy<bool> _mayBeAnothers = new(() =>
        ledger.Operations.Any(other => SiblingRefunds.MayHaveMade(other, row))
    );

    public Owner Of(RefundEntry entry)
    {
        var reference = TextOf(entry.ReferenceNo);
        if (reference is not null && ledger.References.TryGetValue(reference, out var owner))
            return owner == row.Id ? Owner.Us : Owner.Sibling;

        var mark = entry.UserDefined.ElementAtOrDefault(0);
        if (mark == _id)
            return Owner.Us;
        if (IsSiblings(entry, mark, reference))
            return Owner.Sibling;
        if (IsOfOurKey(entry, mark) || (reference is not null && reference == row.Reference))
            return Owner.Us;
        if (row.Baseline?.Contains(reference) == true)
            return Owner.Before;
        return reference is not null && IsNamed(reference) ? Owner.Us : Owner.Unexplained;
    }

    /// <summary>Whose an entry is that only an earlier list showed.</summary>
    public Owner Of(Sighting sighting)
    {
        if (sighting.Reference is { } reference && ledger.References.TryGetValue(reference, out var owner))
            return owner == row.Id ? Owner.Us : Owner.Sibling;
        return sighting.IsOurs || (sighting.Reference is { } named && IsNamed(named)) ? Owner.Us : Owner.Unexplained;
    }

    // The key's hash is ours where no other operation is named beside it. One that this ledger lost may have been ours under another name, unless we sent something of our own since: then nothing tells.
    private bool IsOfOurKey(RefundEntry entry, string? mark) =>
        entry.UserDefined.ElementAtOrDefault(1) == row.KeyHash
        && (!OperationId.TryParse(mark, out var named) || (ledger.Find(named) is null && !row.MaybeSent.Any()))
        && !_isKeyShared.Value;

    // An answer speaks of the request that it answers, and a mark is signed. A callback without our mark only came to our address: it names ours where we sent something, and nobody else can have made it.
    private bool IsNamed(string reference) =>
        testimony
            .Statements.Where(statement => statement.Reference == reference)
            .Any(statement =>
                statement.Attempt is not null
                || statement.Answer.UserDefined1 == _id
                || (row.MaybeSent.Any() && !_mayBeAnothers.Value)
            );

    // A mark of another operation explains an entry only where the ledger agrees that the other one can have made it.
    private bool IsSiblings(RefundEntry entry, string? mark, string? reference)
    {
        if (
            !OperationId.TryParse(mark, out var id)
            || id == row.Id
            || ledger.Find(id) is not { Kind: OperationKind.Refund } other
        )
            return false;
        return other.MaybeSent.Any()
            // What the ledger calls failed explains nothing that moved money.
            && (other.Status != OperationStatus.Failed || entry.Status.IsFailedRefund)
            && (entry.Amount is null || other.Amount == entry.Amount)
            && (other.Reference is null || reference is null || other.Reference == reference);
    }

    public static string? TextOf(string? reference) =>
        string.IsNullOrWhiteSpace(reference) ? null : PublishedLength.Cut(reference);
}
