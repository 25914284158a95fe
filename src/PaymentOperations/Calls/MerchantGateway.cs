using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace PaymentOperations.Calls;

/// <summary>Calls the APIs beside Payment Action for a configured merchant, with its secrets and in time.</summary>
/// <param name="secrets">The merchants' secrets.</param>
/// <param name="times">How long calls may take.</param>
public sealed class MerchantGateway(IMerchantSecrets secrets, OperationTimes times)
{
    /// <summary>Asks. A question changes nothing: it is asked again when one of the merchant's keys was changed meanwhile.</summary>
    /// <param name="merchant">Who asks.</param>
    /// <param name="ask">Sends the question, within the time that it is given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    public Task<GatewayOutcome<T>> ReadAsync<T>(
        Merchant merchant,
        Func<GatewayMerchant, TimeSpan, Task<GatewayOutcome<T>>> ask,
        CancellationToken cancellationToken
    )
        where T : class =>
        KeyedQuestion.AskAsync(secrets, merchant, keys => ask(keys, times.ReadDeadline), KeyDoubts.Of, cancellationToken);

    /// <summary>The merchant with its secrets, ready for one call of <see cref="WriteDeadline"/> at most.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    public async Task<GatewayMerchant> ConnectAsync(Merchant merchant) =>
        await secrets.GetGatewayMerchantAsync(merchant, CancellationToken.None);

    /// <summary>How long a call that changes something may take; its caller waits for it.</summary>
    public TimeSpan WriteDeadline => times.VoidPostDeadline;
}
