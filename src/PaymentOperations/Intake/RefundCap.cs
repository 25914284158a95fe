using PaymentOperations.Caps;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// The merchant's cap on what the refunds of a day are worth, as accepts ask it. What was accepted counts, also if the refund fails later: that is known only after it could have been refunded again. Without a cap nothing is asked.
/// </summary>
internal sealed class RefundCap(DailyCaps caps)
{
    /// <summary>Reserves a refund's amount, or says why not. Nothing of either for what is not capped.</summary>
    public async Task<(CapReservation? Reservation, AcceptResult? Refusal)> ReserveAsync(
        AcceptCommand command,
        string keyHash,
        CancellationToken cancellationToken
    )
    {
        if (UseOf(command) is not { } use)
            return (null, null);

        return await caps.ReserveAsync(use, keyHash, cancellationToken) switch
        {
            CapResult.Reserved reserved => (reserved.Reservation, null),
            CapResult.Refused refused => (null, Refusal(command, use, refused)),
            _ => throw new InvalidOperationException("A result of a cap is not answered."),
        };
    }

    /// <summary>Why a new request would be refused now, and what the day has left; null for what is not capped.</summary>
    public async Task<(AcceptResult? Refusal, Money? Left)> LookAsync(AcceptCommand command, CancellationToken cancellationToken)
    {
        if (UseOf(command) is not { } use)
            return (null, null);

        var (refused, left) = await caps.LookAsync(use, cancellationToken);
        return (refused is null ? null : Refusal(command, use, refused), new Money(left));
    }

    /// <summary>Gives back what was reserved for a request that is refused after all.</summary>
    public Task GiveBackAsync(CapReservation? reservation, CancellationToken cancellationToken) =>
        caps.GiveBackAsync(reservation, cancellationToken);

    private static CapUse? UseOf(AcceptCommand command) =>
        command is { Kind: OperationKind.Refund, Amount: { } amount } ? CapUse.OfRefund(command.Merchant, amount) : null;

    // Settings without a currency have no cap.
    private static AcceptResult.DailyLimitReached Refusal(AcceptCommand command, CapUse use, CapResult.Refused refused) =>
        new(new Money(use.Limit), new Money(refused.Left), command.Merchant.Currency!, refused.BeginsAnewAt);
}
