using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>A ledger row as callers see it, without its history.</summary>
internal static class OperationView
{
    public static Operation Of(OperationRow row, OperationId? blockedBy = null) =>
        new()
        {
            Id = row.Id,
            Kind = row.Kind,
            MerchantId = row.MerchantId,
            InvoiceNo = row.InvoiceNo,
            Amount = row.Amount,
            Currency = row.Currency,
            Status = row.Status,
            NeedsReview = row.NeedsReview,
            ReviewReason = row.ReviewReason,
            BlockedBy = blockedBy,
            Attempts = row.TimesBegun,
            Gateway = row.Gateway,
            Reason = row.Reason,
            Metadata = row.Metadata,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
}
