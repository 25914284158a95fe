using PaymentOperations.Merchants;
using PaymentOperations.Payments;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Support;

/// <summary>2C2P's reads, as a test says.</summary>
internal sealed class FakeInquiry : IPaymentInquiry
{
    public GatewayRead<Payment> Payment { get; set; } = new GatewayRead<Payment>.Found(Sample.Payment());

    public GatewayRead<IReadOnlyList<RefundEntry>> Refunds { get; set; } = new GatewayRead<IReadOnlyList<RefundEntry>>.Found([]);

    public List<string> Asked { get; } = [];

    public Task<GatewayRead<Payment>> GetPaymentAsync(Merchant merchant, InvoiceNo invoiceNo, CancellationToken cancellationToken)
    {
        Asked.Add(invoiceNo.Text);
        return Task.FromResult(Payment);
    }

    public Task<GatewayRead<IReadOnlyList<RefundEntry>>> GetRefundsAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    )
    {
        Asked.Add(invoiceNo.Text);
        return Task.FromResult(Refunds);
    }
}
