using PaymentGateway.Http.Json;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>A line of a report; the names of its members are the heads of the columns as well.</summary>
internal sealed record LineBody
{
    public required string Finding { get; init; }
    public required string? InvoiceNo { get; init; }
    public required string? OperationId { get; init; }
    public required string? Kind { get; init; }
    public required string? Status { get; init; }
    public required decimal? Amount { get; init; }
    public required string? GatewayReference { get; init; }
    public required string? GatewayStatus { get; init; }
    public required decimal? GatewayAmount { get; init; }
    public required string? Note { get; init; }

    public static LineBody Of(ReportLine line) =>
        new()
        {
            Finding = EnumWord<Finding>.Of(line.Finding),
            InvoiceNo = line.InvoiceNo,
            OperationId = line.OperationId,
            Kind = line.Kind is { } kind ? EnumWord<OperationKind>.Of(kind) : null,
            Status = line.Status is { } status ? EnumWord<OperationStatus>.Of(status) : null,
            Amount = line.Amount?.TwoDecimals(),
            GatewayReference = line.GatewayReference,
            GatewayStatus = line.GatewayStatus,
            GatewayAmount = line.GatewayAmount?.TwoDecimals(),
            Note = line.Note,
        };
}
