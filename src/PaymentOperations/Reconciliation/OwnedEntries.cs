using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Reconciliation;

/// <summary>Entries of 2C2P's list whose owner the ledger's own index of references names; the first of the judge's rules (<see cref="Ownership"/>), so that no later one is asked about them.</summary>
internal static class OwnedEntries
{
    /// <summary>The owner of the entry's reference; null when nobody has it.</summary>
    public static OperationId? OwnerOf(this InvoiceSnapshot ledger, RefundEntry entry) =>
        Ownership.TextOf(entry.ReferenceNo) is { } reference && ledger.References.TryGetValue(reference, out var owner)
            ? owner
            : null;

    public static bool IsOwned(this InvoiceSnapshot ledger, RefundEntry entry) => ledger.OwnerOf(entry) is not null;
}
