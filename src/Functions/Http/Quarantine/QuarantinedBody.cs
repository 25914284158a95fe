using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Quarantine;

/// <summary>Something that came in and belongs to no operation, as a person reads it.</summary>
internal sealed record QuarantinedBody
{
    public required string Id { get; init; }

    /// <summary><c>gatewayMessage</c> (verified) or <c>queueMessage</c>.</summary>
    public required string Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>False for what names no merchant: its text is in storage only.</summary>
    public required bool NamesMerchant { get; init; }

    public required string? Queue { get; init; }

    public required int? Length { get; init; }

    public required string? Text { get; init; }

    public required string? ClaimedOperationId { get; init; }

    public required string? Status { get; init; }

    public required string? ResponseCode { get; init; }

    /// <summary>As 2C2P sent it.</summary>
    public required string? Amount { get; init; }

    public required string? ReferenceNo { get; init; }

    public required string? RefundReferenceNo { get; init; }

    public static QuarantinedBody Of(QuarantinedMessage kept) =>
        new()
        {
            Id = kept.Id,
            Kind = kept.IsQueueMessage ? "queueMessage" : "gatewayMessage",
            At = kept.At.UtcDateTime,
            NamesMerchant = kept.IsOwned,
            Queue = kept.Queue,
            Length = kept.Length,
            Text = kept.Text,
            ClaimedOperationId = CardNumbers.Hide(kept.ClaimedOperationId),
            Status = kept.Status,
            ResponseCode = kept.ResponseCode,
            Amount = kept.Amount,
            ReferenceNo = kept.ReferenceNo,
            RefundReferenceNo = kept.RefundReferenceNo,
        };
}
