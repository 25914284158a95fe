using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Calls;
using PaymentOperations.Caps;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Sends a payment link by e-mail, text message or both.</summary>
public sealed class SendLink(OnceOnlyPosts posts, LinkCalls links)
{
    [Function(nameof(SendLink))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/quickpay/links/{qpID}/send")]
            HttpRequest request
    )
    {
        if (!LinkAddress.TryRead(request, out var qpId, out var notFound))
            return notFound;
        if (!IdempotencyKey.TryRead(request, out var key, out var refusedKey))
            return refusedKey;

        var (delivery, refused) = await JsonRequest.ReadAsync(request, LinkDeliveryReader.Read);
        if (delivery is null)
            return refused!;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var connection = await links.ConnectAsync(merchant);
        var fingerprint = $"POST\n{LinkAddress.Of(merchant.Id, qpId)}/send\n{LinkJson.Of(delivery).ToJsonString()}";
        var once = new OnceOnlyRequest(merchant.Id, key, fingerprint)
        {
            Uses = CapUse.OfLinkSends(merchant, Recipients.CountOf(delivery)),
        };
        return await posts.RunAsync(once, links.Sending(connection, qpId, delivery));
    }
}
