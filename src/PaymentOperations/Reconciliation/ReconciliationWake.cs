using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Makes a new pointer for a reconciliation whose pointer was given up: the timer looks after those of two days only.</summary>
internal sealed class ReconciliationWake(IMerchants merchants, ReconciliationRows rows, ReconciliationQueue queue)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(5);

    /// <summary>False when the message names no merchant or no day.</summary>
    public async Task<bool> TryWakeAsync(ReconciliationMessage message, CancellationToken cancellationToken)
    {
        if (
            !MerchantId.IsWellFormed(message.MerchantId)
            || merchants.Find(message.MerchantId) is not { } merchant
            || Scope.FindDate(message.Date) is not { } date
        )
            return false;

        if (
            await rows.FindAsync(merchant.Id, date, cancellationToken) is { IsCleared: false } row
            && row.Number == message.Number
        )
            await queue.SendAsync(row, Afterwards, cancellationToken);
        return true;
    }
}
