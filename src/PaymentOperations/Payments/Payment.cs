using TwoC2P.PaymentAction;

namespace PaymentOperations.Payments;

/// <summary>A payment as 2C2P's verified answer to an inquiry shows it.</summary>
/// <param name="Status">Our word for its state.</param>
/// <param name="Response">The answer.</param>
public sealed record Payment(PaymentStatus Status, PaymentProcessResponse Response);
