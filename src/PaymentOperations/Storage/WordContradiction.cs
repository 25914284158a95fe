using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>A contradicting entry, as the inbox keeps it.</summary>
internal sealed record WordContradiction(
    string Key,
    string Words,
    bool MayBeOverruled,
    string? Reference,
    string? Status,
    long? Amount
)
{
    public static WordContradiction Of(ContradictingEntry entry) =>
        new(entry.Key, entry.Words, entry.MayBeOverruled, entry.Reference, entry.Status, entry.Amount?.MinorUnits);

    public ContradictingEntry ToEntry() =>
        new(Key, Words, MayBeOverruled)
        {
            Reference = Reference,
            Status = Status,
            Amount = Amount is { } amount ? new Money(amount) : null,
        };
}
