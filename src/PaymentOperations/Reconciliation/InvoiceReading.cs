using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Both sides of one payment, read so that they belong together.</summary>
internal sealed record InvoiceReading
{
    public required Merchant Merchant { get; init; }
    public required InvoiceNo InvoiceNo { get; init; }

    /// <summary>The ledger's side.</summary>
    public required InvoiceSnapshot Ledger { get; init; }

    /// <summary>The operations that get a line.</summary>
    public required IReadOnlyList<OperationRow> Reported { get; init; }

    /// <summary>An operation that the index knows as more than accepted and the ledger does not know.</summary>
    public OperationId? Lost { get; init; }

    /// <summary>The verified messages of the operations whose reading needs them.</summary>
    public IReadOnlyDictionary<OperationId, IReadOnlyList<InboxMessage>> Messages { get; init; } =
        new Dictionary<OperationId, IReadOnlyList<InboxMessage>>();

    /// <summary>2C2P's list of the payment's refunds; null when it was not needed.</summary>
    public GatewayView? Refunds { get; init; }

    /// <summary>2C2P's word on the payment; null when it was not needed.</summary>
    public GatewayView? Payment { get; init; }

    /// <summary>Whether the ledger's side was the same before and after 2C2P was asked.</summary>
    public bool IsSteady { get; init; }

    /// <summary>Whether 2C2P is silent, so that waiting may help. What is wrong with an answer, waiting does not cure.</summary>
    public bool IsSilent => GatewayCircuits.IsSilence(Refunds) || GatewayCircuits.IsSilence(Payment);

    public required OperationTimes Times { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What the judge is given of an operation.</summary>
    public CaseFile FileOf(OperationRow row) => new(row, Ledger, Messages.GetValueOrDefault(row.Id) ?? [], Merchant, Times, At);
}
