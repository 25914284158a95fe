using PaymentOperations.Calls;
using PaymentOperations.Merchants;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Cards;

/// <summary>2C2P's stored cards of a merchant.</summary>
public sealed class CardCalls(MerchantGateway gateway, ICardTokenClient client)
{
    /// <summary>Reads a card.</summary>
    internal Task<GatewayOutcome<CardTokenResponse>> ReadAsync(
        Merchant merchant,
        string storeCardUniqueId,
        CancellationToken cancellationToken
    ) =>
        gateway.ReadAsync(
            merchant,
            (keys, deadline) => client.SendAsync(keys, Inquiry(storeCardUniqueId), deadline, cancellationToken),
            cancellationToken
        );

    /// <summary>Gets ready to add a card: what this returns sends once. It is not cut short when the caller hangs up.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal async Task<Func<Task<GatewayOutcome<CardTokenResponse>>>> PrepareAsync(Merchant merchant, CardTokenRequest request)
    {
        var keys = await gateway.ConnectAsync(merchant);
        return () => client.SendAsync(keys, request, gateway.WriteDeadline, CancellationToken.None);
    }

    /// <summary>Changes a card and reads it again; when only that fails, the change's own answer stands.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal async Task<GatewayOutcome<CardTokenResponse>> ChangeAsync(Merchant merchant, CardTokenRequest request)
    {
        var keys = await gateway.ConnectAsync(merchant);
        var changed = await client.SendAsync(keys, request, gateway.WriteDeadline, CancellationToken.None);
        if (changed is not GatewayOutcome<CardTokenResponse>.Answered)
            return changed;

        var inquiry = Inquiry(request.StoreCardUniqueId!);
        var now = await client.SendAsync(keys, inquiry, gateway.WriteDeadline, CancellationToken.None);
        return now is GatewayOutcome<CardTokenResponse>.Answered ? now : changed;
    }

    private static CardTokenRequest Inquiry(string storeCardUniqueId) =>
        new() { Action = CardTokenAction.Inquiry, StoreCardUniqueId = storeCardUniqueId };
}
