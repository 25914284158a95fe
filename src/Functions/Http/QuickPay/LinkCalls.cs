using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentOperations.Calls;
using PaymentOperations.Merchants;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>QuickPay's verbs for a configured merchant. What was sent is waited for, whether or not the caller still does.</summary>
public sealed class LinkCalls(MerchantGateway gateway, IQuickPayClient client)
{
    /// <summary>What any answer of QuickPay that is not success says.</summary>
    internal static Refusal RefusalOf(QuickPayResponse response) => Refusal.Of(response.ResCode, response.ResDesc);

    /// <summary>The merchant with its secrets. Before a key is bound: an outage of Key Vault must not leave one that says "executing".</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal Task<GatewayMerchant> ConnectAsync(Merchant merchant) => gateway.ConnectAsync(merchant);

    /// <summary>Makes a link, and sends it where that is asked for.</summary>
    internal OnceOnlyPost<GenerateLinkResponse, NewLinkBody> Making(GatewayMerchant merchant, NewLink link) =>
        new()
        {
            Send = () => MakeAsync(merchant, link),
            BodyOf = response => NewLinkBody.Of(response, link.Send),
            BodyType = ApiJson.Plain.NewLinkBody,
            RefusalOf = RefusalOf,
            // Nothing is named that could be unknown.
            NotFound = ErrorCodes.GatewayRefused,
            Status = StatusCodes.Status201Created,
            HeadersOf = body => new() { ["Location"] = LinkAddress.Of(merchant.MerchantId, body.QpID) },
        };

    /// <summary>Sends a link.</summary>
    internal OnceOnlyPost<SendLinkResponse, SentLinkBody> Sending(
        GatewayMerchant merchant,
        string qpId,
        QuickPayDelivery delivery
    ) =>
        new()
        {
            Send = () =>
                client.SendAsync(merchant, new SendLinkRequest(qpId, delivery), gateway.WriteDeadline, CancellationToken.None),
            BodyOf = response => SentLinkBody.Of(response, delivery),
            BodyType = ApiJson.Plain.SentLinkBody,
            RefusalOf = RefusalOf,
            NotFound = ErrorCodes.LinkNotFound,
            Status = StatusCodes.Status200OK,
        };

    /// <summary>Reads a link.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal Task<GatewayOutcome<QueryLinkResponse>> ReadAsync(
        Merchant merchant,
        string qpId,
        CancellationToken cancellationToken
    ) =>
        gateway.ReadAsync(
            merchant,
            (keys, deadline) => client.QueryAsync(keys, new QueryLinkRequest(qpId), deadline, cancellationToken),
            cancellationToken
        );

    /// <summary>Replaces a link's terms.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal async Task<GatewayOutcome<QuickPayResponse>> UpdateAsync(Merchant merchant, string qpId, QuickPayLinkTerms terms) =>
        await client.UpdateAsync(
            await ConnectAsync(merchant),
            new UpdateLinkRequest(qpId, terms),
            gateway.WriteDeadline,
            CancellationToken.None
        );

    /// <summary>Ends a link.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal async Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(Merchant merchant, string qpId) =>
        await client.DeleteAsync(
            await ConnectAsync(merchant),
            new DeleteLinkRequest(qpId),
            gateway.WriteDeadline,
            CancellationToken.None
        );

    private Task<GatewayOutcome<GenerateLinkResponse>> MakeAsync(GatewayMerchant merchant, NewLink link) =>
        link.Send is null
            ? client.GenerateAsync(
                merchant,
                new GenerateLinkRequest(link.OrderIdPrefix, link.Terms),
                gateway.WriteDeadline,
                CancellationToken.None
            )
            : client.GenerateAndSendAsync(
                merchant,
                new GenerateAndSendLinkRequest(link.OrderIdPrefix, link.Terms, link.Send),
                gateway.WriteDeadline,
                CancellationToken.None
            );
}
