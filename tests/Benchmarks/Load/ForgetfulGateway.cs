using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>Knows every payment as settled and keeps nothing, so that what a process holds is the app's.</summary>
internal sealed class ForgetfulGateway : IPaymentActionClient
{
    public Task<PaymentActionOutcome> SendAsync(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Answers.Payment(
                new GatewayPayment
                {
                    InvoiceNo = request.InvoiceNo,
                    Amount = Money.FromAmount(100m),
                    Status = "S",
                }
            )
        );
}
