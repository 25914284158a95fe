using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace TwoC2P.QuickPay;

/// <summary>
/// QuickPay's six verbs. Each validates, signs and sends its request exactly once, and reads and verifies the answer, which belongs to the request when the link (or, for a new one,
/// the prefix, amount and currency) is the same. None throws for anything that the network, 2C2P, the deadline or a cancellation does; a merchant without a secret key is an
/// <see cref="InvalidOperationException"/>, and nothing was sent.
/// </summary>
public interface IQuickPayClient
{
    /// <summary>Makes a link.</summary>
    /// <param name="merchant">Who is asking, with which keys and settings.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="deadline">How long the whole call may take.</param>
    /// <param name="cancellationToken">Ends the wait; the outcome is then <c>NeverSent</c> or <c>Unknown</c>.</param>
    Task<GatewayOutcome<GenerateLinkResponse>> GenerateAsync(
        GatewayMerchant merchant,
        GenerateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );

    /// <summary>Makes a link and sends it.</summary>
    /// <inheritdoc cref="GenerateAsync" path="/param" />
    Task<GatewayOutcome<GenerateLinkResponse>> GenerateAndSendAsync(
        GatewayMerchant merchant,
        GenerateAndSendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );

    /// <summary>Sends a link.</summary>
    /// <inheritdoc cref="GenerateAsync" path="/param" />
    Task<GatewayOutcome<SendLinkResponse>> SendAsync(
        GatewayMerchant merchant,
        SendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a link.</summary>
    /// <inheritdoc cref="GenerateAsync" path="/param" />
    Task<GatewayOutcome<QueryLinkResponse>> QueryAsync(
        GatewayMerchant merchant,
        QueryLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces a link's terms.</summary>
    /// <inheritdoc cref="GenerateAsync" path="/param" />
    Task<GatewayOutcome<QuickPayResponse>> UpdateAsync(
        GatewayMerchant merchant,
        UpdateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );

    /// <summary>Ends a link.</summary>
    /// <inheritdoc cref="GenerateAsync" path="/param" />
    Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(
        GatewayMerchant merchant,
        DeleteLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );
}
