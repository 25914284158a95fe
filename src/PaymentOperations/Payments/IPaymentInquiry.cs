using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Payments;

/// <summary>Asks 2C2P about payments and their refunds.</summary>
public interface IPaymentInquiry
{
    /// <summary>The payment (process type I).</summary>
    Task<GatewayRead<Payment>> GetPaymentAsync(Merchant merchant, InvoiceNo invoiceNo, CancellationToken cancellationToken);

    /// <summary>The payment's refunds as 2C2P lists them (process type RS).</summary>
    Task<GatewayRead<IReadOnlyList<RefundEntry>>> GetRefundsAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    );
}
