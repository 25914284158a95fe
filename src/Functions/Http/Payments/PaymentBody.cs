using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Merchants;
using PaymentOperations.Payments;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Payments;

/// <summary>A payment as callers read it.</summary>
internal sealed record PaymentBody
{
    public required string? InvoiceNo { get; init; }

    public required decimal? Amount { get; init; }

    /// <summary>ISO 4217 letters, by the merchant's setting: 2C2P's answer names none. Null where nothing is set.</summary>
    public required string? Currency { get; init; }

    /// <summary>The most that a new refund could ask for now.</summary>
    public required decimal? Refundable { get; init; }

    /// <summary>The sum of refunds made here that have not failed.</summary>
    public required decimal? Reserved { get; init; }

    /// <summary>Our word for its state.</summary>
    public required string Status { get; init; }

    /// <summary>2C2P's status code as sent.</summary>
    public required string? GatewayStatus { get; init; }

    public required string? ReferenceNo { get; init; }

    public required string? ApprovalCode { get; init; }

    /// <summary>As 2C2P sent it: <c>yyyyMMddHHmmss</c>, in a zone that it does not publish.</summary>
    public required string? TransactionDateTime { get; init; }

    /// <summary>The same in the merchant's zone; null where it cannot be read.</summary>
    public required DateTimeOffset? TransactionAt { get; init; }

    public required string? PaidAgent { get; init; }

    public required string? PaidChannel { get; init; }

    /// <summary>At most the first six and last four digits, even if 2C2P should send more.</summary>
    public required string? MaskedPan { get; init; }

    public required string? Eci { get; init; }

    public required string? PaymentScheme { get; init; }

    public required string? ProcessBy { get; init; }

    public required IReadOnlyList<SubMerchantBody> SubMerchants { get; init; }

    public static PaymentBody Of(Payment payment, Merchant merchant)
    {
        var response = payment.Response;
        return new()
        {
            InvoiceNo = response.InvoiceNo,
            Amount = response.Amount?.TwoDecimals(),
            Currency = merchant.Currency?.Letters,
            Refundable = payment.Refundable?.TwoDecimals(),
            Reserved = payment.Reserved?.TwoDecimals(),
            Status = EnumWord<PaymentStatus>.Of(payment.Status),
            GatewayStatus = response.Status.Text,
            ReferenceNo = response.ReferenceNo,
            ApprovalCode = response.ApprovalCode,
            TransactionDateTime = response.TransactionDateTime,
            TransactionAt = TransactionTime.Read(response.TransactionDateTime, merchant.TimeZone),
            PaidAgent = response.PaidAgent,
            PaidChannel = response.PaidChannel,
            MaskedPan = CardNumbers.Mask(response.MaskedPan),
            Eci = response.Eci,
            PaymentScheme = response.PaymentScheme,
            ProcessBy = response.ProcessBy,
            SubMerchants =
            [
                .. response.SubMerchants.Select(share => new SubMerchantBody(share.SubMid, share.SubAmount?.TwoDecimals())),
            ],
        };
    }
}
