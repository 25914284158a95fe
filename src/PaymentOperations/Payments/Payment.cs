using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Payments;

/// <summary>A payment as 2C2P's verified answer to an inquiry shows it.</summary>
/// <param name="Status">Our word for its state.</param>
/// <param name="Response">The answer.</param>
public sealed record Payment(PaymentStatus Status, PaymentProcessResponse Response)
{
    /// <summary>The most that a new refund could ask for now; null where it is not known.</summary>
    public Money? Refundable { get; init; }

    /// <summary>The sum of refunds that have not failed, as our ledger has them; null when the ledger could not be read.</summary>
    public Money? Reserved { get; init; }
}
