using TwoC2P.Merchants;

namespace TwoC2P.PaymentAction;

/// <summary>Sends one Payment Action message, once.</summary>
public interface IPaymentActionClient
{
    /// <summary>
    /// Validates, signs, envelopes and sends the request exactly once (no retries, no redirects), and reads and verifies the answer. Never throws for anything that the
    /// network, 2C2P, the deadline or a cancellation does.
    /// </summary>
    /// <param name="merchant">Who is asking, and with which keys.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="deadline">How long the whole call may take.</param>
    /// <param name="cancellationToken">Ends the wait; the outcome is then <c>NeverSent</c> or <c>Unknown</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// The merchant is configured without a secret key, or for PKCS#7 without 2C2P's certificate; nothing was sent.
    /// </exception>
    Task<PaymentActionOutcome> SendAsync(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );
}
