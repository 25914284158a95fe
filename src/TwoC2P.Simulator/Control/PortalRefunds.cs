using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Records refunds that nobody requested. The caller holds the invoice's lock.</summary>
internal sealed class PortalRefunds(ReferenceNumbers references, GatewayClock clock)
{
    /// <returns>The refusal; null when all of them were made.</returns>
    public IResult? Make(Transaction transaction, InvoiceCommand body, int count)
    {
        var amount = body.Amount.GetValueOrDefault();
        var first = One(body, amount);
        if (first.Counts && AmountRules.BeyondWhatIsLeft(transaction, amount * count) is { Length: > 0 } refusal)
            return ControlApi.Refused(refusal);

        transaction.Refunds.Add(first);
        for (var made = 1; made < count; made++)
            transaction.Refunds.Add(One(body, amount));
        return null;
    }

    private Refund One(InvoiceCommand body, decimal amount)
    {
        var number = references.NextNumber();
        return new Refund
        {
            Number = number,
            ReferenceNo = body.ReferenceNo ?? ReferenceNumbers.Text(number),
            Amount = amount,
            Status = body.Status ?? "RF",
            CreatedAt = clock.Now,
            At = clock.Now,
            ByPortal = true,
        };
    }
}
