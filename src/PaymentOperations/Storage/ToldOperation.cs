using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>An operation as an event keeps it: what callers may see, and nothing else.</summary>
internal sealed record ToldOperation
{
    public required string Id { get; init; }
    public required OperationKind Kind { get; init; }
    public required string MerchantId { get; init; }
    public required string InvoiceNo { get; init; }
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public required OperationStatus Status { get; init; }
    public string? ReviewReason { get; init; }
    public int Attempts { get; init; }
    public GatewayResult? Gateway { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public static ToldOperation Of(Operation operation) =>
        new()
        {
            Id = operation.Id.ToString(),
            Kind = operation.Kind,
            MerchantId = operation.MerchantId.Text,
            InvoiceNo = operation.InvoiceNo.Text,
            Amount = operation.Amount?.MinorUnits,
            Currency = operation.Currency,
            Status = operation.Status,
            ReviewReason = operation.ReviewReason,
            Attempts = operation.Attempts,
            Gateway = operation.Gateway,
            Reason = operation.Reason,
            CreatedAt = operation.CreatedAt,
            UpdatedAt = operation.UpdatedAt,
        };

    /// <summary>The operation; its metadata has a column of its own (<see cref="EventRow"/>).</summary>
    public Operation ToOperation() =>
        new()
        {
            Id = OperationId.Parse(Id),
            Kind = Kind,
            MerchantId = new MerchantId(MerchantId),
            InvoiceNo = TwoC2P.InvoiceNo.Parse(InvoiceNo),
            Amount = Amount is { } amount ? new Money(amount) : null,
            Currency = Currency,
            Status = Status,
            NeedsReview = ReviewReason is not null,
            ReviewReason = ReviewReason,
            Attempts = Attempts,
            Gateway = Gateway,
            Reason = Reason,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
}
