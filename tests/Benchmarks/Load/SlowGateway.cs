using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>Answers as late as 2C2P does.</summary>
internal sealed class SlowGateway(IPaymentActionClient gateway, TimeSpan delay) : IPaymentActionClient
{
    /// <summary>The gateway itself where it has no delay.</summary>
    public static IPaymentActionClient Of(IPaymentActionClient gateway, TimeSpan delay) =>
        delay > TimeSpan.Zero ? new SlowGateway(gateway, delay) : gateway;

    public async Task<PaymentActionOutcome> SendAsync(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(delay, cancellationToken);
        return await gateway.SendAsync(merchant, request, deadline, cancellationToken);
    }
}
