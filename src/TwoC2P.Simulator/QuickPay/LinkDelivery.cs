using TwoC2P.Simulator.Faults;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>Delivers a message to each recipient, or fails to where a fault says so. Nothing leaves the simulator.</summary>
internal static class LinkDelivery
{
    /// <summary>The recipients of the four answer fields. Copies (cc, bcc) are not reported.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Deliver(QuickPayMessage message, FaultPlan faults)
    {
        var failing = faults.FindAll(FaultKinds.DeliveryFails).ToList();
        bool Fails(string recipient) =>
            failing.Exists(fault => fault.Recipients?.Contains(recipient, StringComparer.OrdinalIgnoreCase) ?? true);
        string Those(string field, bool failed) =>
            string.Join(';', RecipientChecks.Split(message[field]).Where(recipient => Fails(recipient) == failed));

        return
        [
            new("successEmails", Those("toEmails", failed: false)),
            new("successMobiles", Those("toMobiles", failed: false)),
            new("failedEmails", Those("toEmails", failed: true)),
            new("failedMobiles", Those("toMobiles", failed: true)),
        ];
    }
}
