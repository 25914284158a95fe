using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Problems;

/// <summary>What 2C2P lists or verifiably said and that contradicts a person's word.</summary>
/// <param name="Key">Its name, for <c>despite</c>.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="MayBeOverruled">Whether a person may know better.</param>
/// <param name="Reference">The refund's reference at 2C2P.</param>
/// <param name="Status">Its status there.</param>
/// <param name="Amount">Its amount.</param>
internal sealed record ContradictionBody(
    string Key,
    string Words,
    bool MayBeOverruled,
    string? Reference,
    string? Status,
    decimal? Amount
)
{
    public static ContradictionBody Of(ContradictingEntry entry) =>
        new(
            entry.Key,
            CardNumbers.HideShaped(entry.Words),
            entry.MayBeOverruled,
            entry.Reference,
            entry.Status,
            entry.Amount?.TwoDecimals()
        );
}
