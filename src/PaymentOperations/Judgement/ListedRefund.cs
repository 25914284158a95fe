using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>One refund that 2C2P lists, or listed once.</summary>
/// <param name="Reference">Its reference; null where it has none yet.</param>
/// <param name="Status">Its status; empty where the list gives two.</param>
/// <param name="Amount">Its amount; null where it cannot be read, or where the list gives two.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Entry">The entry as it is listed now; null where only an earlier list showed it.</param>
internal sealed record ListedRefund(string? Reference, TransactionStatus Status, Money? Amount, Owner Owner, RefundEntry? Entry)
{
    /// <summary>Whether it moved money or still may.</summary>
    public bool IsLive => !Status.IsFailedRefund;
}
