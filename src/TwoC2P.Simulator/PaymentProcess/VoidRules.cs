using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>Whether a transaction can be voided: <see cref="StateTable.Perform" />, or the refusing code.</summary>
internal static class VoidRules
{
    public static string Refusal(Transaction transaction, GatewayClock clock)
    {
        var refusal = StateTable.Void(transaction.Status);
        if (refusal != StateTable.Perform)
            return refusal;
        return transaction.Status == "A" && !clock.IsBeforeVoidCutOff(transaction.PaidAt) ? "21" : StateTable.Perform;
    }
}
