using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>The right to send once.</summary>
/// <param name="Licence">Why it cannot be a second execution.</param>
/// <param name="Baseline">The refunds that 2C2P listed before the first attempt; null where it offers no list, and where nothing is refunded.</param>
/// <param name="TransactionReference">The payment's own reference.</param>
/// <param name="Facts">What the payment was seen to be.</param>
internal sealed record Permit(Licence Licence, Baseline? Baseline, string? TransactionReference, PaymentFacts Facts);
