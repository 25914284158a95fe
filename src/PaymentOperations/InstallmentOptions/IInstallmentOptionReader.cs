using PaymentOperations.Merchants;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace PaymentOperations.InstallmentOptions;

/// <summary>Reads merchants' instalment options.</summary>
public interface IInstallmentOptionReader
{
    /// <summary>The options as 2C2P gave them within the last <see cref="InstallmentOptionTimes.CacheFor"/>; only good answers are kept.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(Merchant merchant, CancellationToken cancellationToken);
}
