using System.Text.Json.Serialization;
using PaymentGateway.Http.Json;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>An operation as callers read it.</summary>
internal sealed record OperationBody
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string MerchantId { get; init; }

    public required string InvoiceNo { get; init; }

    /// <summary>Null for a void.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>ISO 4217 letters; null where the merchant's setting named none when it was accepted.</summary>
    public required string? Currency { get; init; }

    public required string Status { get; init; }

    public required bool NeedsReview { get; init; }

    public required string? ReviewReason { get; init; }

    /// <summary>Id of the operation that is in the way.</summary>
    public required string? BlockedBy { get; init; }

    /// <summary>What the caller can do now; null while there is nothing but to read again.</summary>
    public required string? NextStep { get; init; }

    public required int Attempts { get; init; }

    public required GatewayBody? Gateway { get; init; }

    /// <summary>The caller's own note.</summary>
    public required string? Reason { get; init; }

    /// <summary>The caller's own pairs; null when there are none.</summary>
    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>The audit trail; lists leave it out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistoryBody>? History { get; init; }

    /// <summary>An operation with its history.</summary>
    public static OperationBody Of(Operation operation) =>
        InList(operation) with
        {
            History = [.. operation.History.Select(HistoryBody.Of)],
        };

    /// <summary>An operation as an item of a list, which the ledger reads without history.</summary>
    public static OperationBody InList(Operation operation) =>
        new()
        {
            Id = operation.Id.ToString(),
            Kind = EnumWord<OperationKind>.Of(operation.Kind),
            MerchantId = operation.MerchantId.Text,
            InvoiceNo = operation.InvoiceNo.Text,
            Amount = operation.Amount?.TwoDecimals(),
            Currency = operation.Currency,
            Status = EnumWord<OperationStatus>.Of(operation.Status),
            NeedsReview = operation.NeedsReview,
            ReviewReason = operation.ReviewReason,
            BlockedBy = operation.BlockedBy?.ToString(),
            NextStep = Operations.NextStep.Of(operation),
            Attempts = operation.Attempts,
            Gateway = operation.Gateway is { } gateway ? GatewayBody.Of(gateway) : null,
            Reason = operation.Reason,
            Metadata = operation.Metadata.Count == 0 ? null : operation.Metadata,
            CreatedAt = operation.CreatedAt.UtcDateTime,
            UpdatedAt = operation.UpdatedAt.UtcDateTime,
        };
}
