using PaymentGateway.Http.Json;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>What would be accepted now.</summary>
internal sealed record RehearsalBody
{
    /// <summary>Always true: nothing was done.</summary>
    public bool DryRun { get; init; } = true;

    public required string Kind { get; init; }

    public required string MerchantId { get; init; }

    public required string InvoiceNo { get; init; }

    /// <summary>Null for a void.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>ISO 4217 letters; null where the merchant's setting names none.</summary>
    public required string? Currency { get; init; }

    public required string? Reason { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The most that would be accepted; null for a void, and where 2C2P did not say.</summary>
    public required decimal? Refundable { get; init; }

    public static RehearsalBody Of(AcceptResult.Acceptable acceptable)
    {
        var command = acceptable.Command;
        return new()
        {
            Kind = EnumWord<OperationKind>.Of(command.Kind),
            MerchantId = command.Merchant.Id.Text,
            InvoiceNo = command.InvoiceNo.Text,
            Amount = command.Amount?.TwoDecimals(),
            Currency = command.Merchant.Currency?.Letters,
            Reason = command.Reason,
            Metadata = command.Metadata.Count == 0 ? null : command.Metadata,
            Refundable = acceptable.Most?.TwoDecimals(),
        };
    }
}
