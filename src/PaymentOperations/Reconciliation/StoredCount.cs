using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>A count as the run's row keeps it.</summary>
internal sealed record StoredCount(Finding Finding, int Count, long Amount, long GatewayAmount)
{
    public static StoredCount Of(FindingCount count) =>
        new(count.Finding, count.Count, count.Amount.MinorUnits, count.GatewayAmount.MinorUnits);

    public FindingCount ToCount() => new(Finding, Count, new Money(Amount), new Money(GatewayAmount));
}
