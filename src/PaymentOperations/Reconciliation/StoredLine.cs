using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>A line as the report's blob keeps it: one JSON object per line, amounts in minor units.</summary>
internal sealed record StoredLine
{
    public required Finding Finding { get; init; }
    public string? InvoiceNo { get; init; }
    public string? OperationId { get; init; }
    public OperationKind? Kind { get; init; }
    public OperationStatus? Status { get; init; }
    public long? Amount { get; init; }
    public string? GatewayReference { get; init; }
    public string? GatewayStatus { get; init; }
    public long? GatewayAmount { get; init; }
    public string? Note { get; init; }

    public static StoredLine Of(ReportLine line) =>
        new()
        {
            Finding = line.Finding,
            InvoiceNo = line.InvoiceNo,
            OperationId = line.OperationId,
            Kind = line.Kind,
            Status = line.Status,
            Amount = line.Amount?.MinorUnits,
            GatewayReference = line.GatewayReference,
            GatewayStatus = line.GatewayStatus,
            GatewayAmount = line.GatewayAmount?.MinorUnits,
            Note = line.Note,
        };

    public ReportLine ToLine() =>
        new()
        {
            Finding = Finding,
            InvoiceNo = InvoiceNo,
            OperationId = OperationId,
            Kind = Kind,
            Status = Status,
            Amount = Amount is { } amount ? new Money(amount) : null,
            GatewayReference = GatewayReference,
            GatewayStatus = GatewayStatus,
            GatewayAmount = GatewayAmount is { } shown ? new Money(shown) : null,
            Note = Note,
        };
}
