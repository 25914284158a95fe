using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace TwoC2P.InstallmentOptions;

/// <summary>Reads the merchant's instalment options.</summary>
public interface IInstallmentOptionClient
{
    /// <summary>
    /// Asks once (message <c>IppOptionRequest</c>), and reads and verifies the answer. Never throws for anything that the network, 2C2P, the deadline or a cancellation does.
    /// </summary>
    /// <param name="merchant">Who is asking, with which keys and settings.</param>
    /// <param name="deadline">How long the whole call may take.</param>
    /// <param name="cancellationToken">Ends the wait; the outcome is then <c>NeverSent</c> or <c>Unknown</c>.</param>
    /// <exception cref="InvalidOperationException">A key, certificate or address that is needed is not configured; nothing was sent.</exception>
    Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(
        GatewayMerchant merchant,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );
}
