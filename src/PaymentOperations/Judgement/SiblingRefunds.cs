using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What other refunds of the invoice may have done, whatever the ledger calls them.</summary>
internal static class SiblingRefunds
{
    /// <summary>A refund that the ledger calls failed, or that is still open, may have been done all the same: a listed one of its amount may be its.</summary>
    public static bool MayHaveMade(OperationRow other, OperationRow row) =>
        other.Id != row.Id
        && other.Kind == OperationKind.Refund
        && other.MaybeSent.Any()
        && other.Status != OperationStatus.Succeeded
        && other.Reference is null
        && other.Amount == row.Amount;

    /// <summary>What a refund may have moved, as far as the ledger knows, in minor units.</summary>
    public static long MayHaveMoved(OperationRow other) =>
        (other.Status == OperationStatus.Failed ? other.IsReservedAgain : other.MaybeSent.Any())
            ? other.Amount!.Value.MinorUnits + other.ReservedBeyond
            : 0;

    /// <summary>Whether 2C2P gave this reference to another refund when it answered it.</summary>
    public static bool IsNamedAs(OperationRow other, string reference) => ReferencesOf(other).Contains(reference);

    /// <summary>Whether a person has looked at that reference for the other refund, and it stayed without it.</summary>
    public static bool IsSettledWithout(OperationRow other, string reference) =>
        other is { IsFinal: true, NeedsReview: false, ReservedBeyond: <= 0 }
        && other.Reference != reference
        && new[] { ConflictKey.Of(reference, Saying.Done), ConflictKey.Of(reference, Saying.Taken) }.Any(key =>
            other.ConflictKeys.Contains(key) || other.ConflictKeys.Contains(ConflictKey.Said(key))
        );

    /// <summary>The references by which 2C2P answered a refund.</summary>
    public static IEnumerable<string> ReferencesOf(OperationRow other) =>
        other
            .MaybeSent.Select(attempt => attempt.Answer)
            .OfType<DecisiveAnswer>()
            .Select(answer => RefundReference.Of(answer, other.TransactionReference))
            .OfType<string>();
}
