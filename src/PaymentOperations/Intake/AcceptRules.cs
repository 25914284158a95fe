using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Intake;

/// <summary>The rules of A1 that the ledger alone can judge: the line and the amount.</summary>
internal static class AcceptRules
{
    /// <summary>Why the operation cannot be accepted now, or null.</summary>
    public static AcceptResult? Refuse(AcceptCommand command, InvoiceRow invoice, IReadOnlyList<LinePlace> line)
    {
        if (InTheWay(command.Kind, line) is { } other)
            return new AcceptResult.InProgress(other.Id, other.Kind);

        if (Most(command.Kind, invoice) is not { } most || !(command.Amount > most))
            return null;

        return command.Kind == OperationKind.Settlement
            ? new AcceptResult.SettlementExceeds(most)
            : new AcceptResult.AmountExceeds(most);
    }

    /// <summary>
    /// Whether the merchant's currency has the decimals of every amount. It is asked only of what is not accepted yet: a setting that came later must not turn a repeat into an
    /// error that says nothing was done.
    /// </summary>
    public static AcceptResult? RefuseDecimals(AcceptCommand command) =>
        command is { Merchant.Currency: { } currency, Amount: { } amount }
        && !command.SubMerchants.Select(share => share.SubAmount).Append(amount).All(money => currency.Has(money.Amount))
            ? new AcceptResult.AmountNotOfCurrency(command, currency)
            : null;

    /// <summary>The most that an operation of this kind may ask for; null where nobody knows yet, and for a void.</summary>
    public static Money? Most(OperationKind kind, InvoiceRow invoice) =>
        (kind, invoice.Captured) switch
        {
            (OperationKind.Refund, { } captured) => captured > invoice.Reserved ? captured - invoice.Reserved : Money.Zero,
            (OperationKind.Settlement, var captured) => captured,
            _ => null,
        };

    /// <summary>The most that a new refund could ask for, given what 2C2P says of the payment now; null where nobody knows.</summary>
    public static Money? Refundable(InvoiceRow invoice, IReadOnlyList<LinePlace> line, PaymentProcessResponse payment) =>
        InTheWay(OperationKind.Refund, line) is not null || !PaymentRules.Allows(OperationKind.Refund, payment.Status)
            ? Money.Zero
            : Most(
                OperationKind.Refund,
                MustAsk(OperationKind.Refund, invoice) ? invoice with { Captured = payment.Amount ?? invoice.Captured } : invoice
            );

    /// <summary>Whether 2C2P has to be asked first: nothing is known of the payment, or what is known does not allow it.</summary>
    public static bool MustAsk(OperationKind kind, InvoiceRow invoice) =>
        invoice.Captured is null || invoice.GatewayStatus is not { } status || !PaymentRules.Allows(kind, status);

    /// <summary>Refunds of one invoice queue up behind each other; a settlement or void wants the line for itself.</summary>
    private static LinePlace? InTheWay(OperationKind kind, IReadOnlyList<LinePlace> line) =>
        kind == OperationKind.Refund ? line.FirstOrDefault(place => place.Kind != OperationKind.Refund)
        : line.Count > 0 ? line[0]
        : null;
}
