using PaymentOperations.Operations;
using PaymentOperations.Payments;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Support;

/// <summary>Well-formed things.</summary>
internal static class Sample
{
    public const string Id = "0198f2a0-0000-7000-8000-000000000001";

    public static Operation Operation(
        OperationKind kind = OperationKind.Refund,
        OperationStatus status = OperationStatus.Accepted
    ) =>
        new()
        {
            Id = OperationId.Parse(Id),
            Kind = kind,
            MerchantId = new("JT01"),
            InvoiceNo = InvoiceNo.Parse("INV-SETTLED-1"),
            Amount = kind == OperationKind.Void ? null : Money.FromAmount(250m),
            Currency = "SGD",
            Status = status,
            CreatedAt = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
            UpdatedAt = new(2026, 11, 23, 10, 0, 2, TimeSpan.Zero),
        };

    public static AcceptCommand Command() =>
        new()
        {
            Merchant = new FakeMerchants().Find("JT01")!,
            Kind = OperationKind.Refund,
            InvoiceNo = InvoiceNo.Parse("INV-SETTLED-1"),
            Amount = Money.FromAmount(250m),
            IdempotencyKey = "",
            Fingerprint = "",
            ApiKeyId = "all",
        };

    public static GatewayResult Gateway(string respCode, string respDesc, string? status = null) =>
        new()
        {
            RespCode = respCode,
            RespDesc = respDesc,
            Status = status,
        };

    public static Payment Payment(string? maskedPan = "411111XXXXXX1111") =>
        new(
            PaymentStatus.Settled,
            new()
            {
                RespCode = ResultCode.Success,
                InvoiceNo = "INV-SETTLED-1",
                Amount = Money.FromAmount(1000m),
                Status = TransactionStatus.Settled,
                ReferenceNo = "3528643",
                ApprovalCode = "621529",
                TransactionDateTime = "20261101093000",
                PaidAgent = "BAY",
                PaidChannel = "CC",
                MaskedPan = maskedPan,
                Eci = "05",
                PaymentScheme = "VI",
                ProcessBy = "VI",
                SubMerchants = [new("SUB1", "600.00"), new("SUB2", "400.00")],
            }
        )
        {
            Refundable = Money.FromAmount(750m),
            Reserved = Money.FromAmount(250m),
        };
}
