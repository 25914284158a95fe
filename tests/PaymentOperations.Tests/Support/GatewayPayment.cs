using TwoC2P;

namespace PaymentOperations.Tests.Support;

/// <summary>A payment as the gateway of the tests keeps it.</summary>
internal sealed class GatewayPayment
{
    public required string InvoiceNo { get; init; }
    public Money Amount { get; set; } = new(100_00);
    public string Status { get; set; } = "S";
    public bool IsCard { get; init; } = true;
    public string ReferenceNo { get; init; } = "T1";
    public List<GatewayRefund> Refunds { get; } = [];

    public Money Left => Amount - new Money(Refunds.Where(refund => !refund.IsFailed).Sum(refund => refund.Amount.MinorUnits));
}

/// <summary>A refund as the gateway of the tests keeps it.</summary>
internal sealed record GatewayRefund(string? Reference, Money Amount, string Status, string? Mark = null, string? KeyMark = null)
{
    public bool IsFailed => Status.StartsWith("RR", StringComparison.Ordinal) || Status == "RFF";
}
