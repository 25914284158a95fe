using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>The rules of A1 that the ledger alone can judge: the line and the amount.</summary>
internal static class AcceptRules
{
    /// <summary>Why the operation cannot be accepted now, or null.</summary>
    public static AcceptResult? Refuse(AcceptCommand command, InvoiceRow invoice, IReadOnlyList<LinePlace> line)
    {
        if (InTheWay(command.Kind, line) is { } other)
            return new AcceptResult.InProgress(other.Id, other.Kind);

        if (invoice.Captured is not { } captured || command.Amount is not { } amount)
            return null;

        var left = command.Kind == OperationKind.Refund ? captured - invoice.Reserved : captured;
        return amount > left ? new AcceptResult.AmountExceeds(left < Money.Zero ? Money.Zero : left) : null;
    }

    /// <summary>Whether 2C2P has to be asked first: nothing is known of the payment, or what is known does not allow it.</summary>
    public static bool MustAsk(OperationKind kind, InvoiceRow invoice) =>
        invoice.Captured is null || invoice.GatewayStatus is not { } status || !PaymentRules.Allows(kind, status);

    /// <summary>Refunds of one invoice queue up behind each other; a settlement or void wants the line for itself.</summary>
    private static LinePlace? InTheWay(OperationKind kind, IReadOnlyList<LinePlace> line) =>
        kind == OperationKind.Refund ? line.FirstOrDefault(place => place.Kind != OperationKind.Refund)
        : line.Count > 0 ? line[0]
        : null;
}
