using PaymentOperations.Operations;
using TwoC2P;

namespace Exploration.Model;

/// <summary>An operation that a caller wants.</summary>
internal sealed record Plan(OperationKind Kind, Money? Amount)
{
    public static Plan Refund(decimal amount) => new(OperationKind.Refund, Money.FromAmount(amount));

    public static Plan Settlement(decimal amount) => new(OperationKind.Settlement, Money.FromAmount(amount));

    public static Plan Void => new(OperationKind.Void, null);
}
