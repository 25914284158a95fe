using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What an entry of 2C2P's list that is this refund makes of it.</summary>
internal static class RefundEnding
{
    public static Transition Of(OperationRow row, ListedRefund refund, DecisiveAnswer evidence, string rule, string note)
    {
        var gateway = GatewayResults.OfEntry(evidence, row);
        return Sayings.OfEntry(refund.Status) switch
        {
            Saying.Done => Ending.Succeeded(row, rule, note, gateway, evidence, refund.Reference),
            Saying.Failed => Ending.Failed(row, rule, $"{note}; its status is {refund.Status}", gateway, evidence),
            Saying.Taken => Ending.Pending(row, rule, note, gateway, evidence, refund.Reference),
            _ => throw new InvalidOperationException($"The status {refund.Status} ends nothing."),
        };
    }
}
