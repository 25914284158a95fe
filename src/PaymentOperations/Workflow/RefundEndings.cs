using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>What an entry of RS that is ours means for the operation.</summary>
internal static class RefundEndings
{
    public static Transition OfEntry(RefundList list, RefundEntry entry, string rule, string note, string? assumption = null)
    {
        var gateway = GatewayResults.OfEntry(list.List, entry, list.Row);
        var evidence = DecisiveAnswer.Of(list.List, list.Evidence, entry) with { Assumption = assumption };
        if (entry.Status == TransactionStatus.RefundConfirmed)
            return Ending.Succeeded(list.Row, rule, note, gateway, evidence, entry.ReferenceNo);

        return entry.Status.IsFailedRefund
            ? Ending.Failed(list.Row, rule, $"{note}; its status is {entry.Status}", gateway, evidence)
            : Ending.Pending(list.Row, rule, note, gateway, evidence, entry.ReferenceNo);
    }

    /// <summary>Two refunds carry our mark: the first is taken, and a person looks at the second.</summary>
    public static Transition WithDouble(Transition transition) =>
        transition with
        {
            ReviewReason = "2C2P lists two refunds with this operation's mark: money may have moved twice.",
            Alarm = "possible double: two refunds at the gateway carry one operation's mark",
        };
}
