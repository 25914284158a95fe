using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>Everything that is known about an operation when it is judged. Nothing in it is used up: the same message counts again at the next look.</summary>
/// <param name="Row">The operation, with its attempts, their answers and what lists showed.</param>
/// <param name="Ledger">The invoice: payment, siblings, references, line.</param>
/// <param name="Messages">Every verified message that arrived beside the answers, read before or not.</param>
/// <param name="Merchant">Whose it is, with the assumptions that the merchant vouches for.</param>
/// <param name="Times">How long things take.</param>
/// <param name="Now">When it is judged.</param>
internal sealed record CaseFile(
    OperationRow Row,
    InvoiceSnapshot Ledger,
    IReadOnlyList<InboxMessage> Messages,
    Merchant Merchant,
    OperationTimes Times,
    DateTimeOffset Now
)
{
    /// <summary>Messages that no run has put on record yet.</summary>
    public IEnumerable<InboxMessage> News => Messages.Where(message => !message.IsApplied);

    /// <summary>Other refunds of the invoice.</summary>
    public IEnumerable<OperationRow> SiblingRefunds =>
        Ledger.Operations.Where(other => other.Kind == OperationKind.Refund && other.Id != Row.Id);
}
