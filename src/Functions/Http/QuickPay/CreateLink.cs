using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Calls;
using PaymentOperations.Caps;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Makes a payment link, and sends it at once where that is asked for.</summary>
public sealed class CreateLink(OnceOnlyPosts posts, LinkCalls links, TimeProvider time)
{
    [Function(nameof(CreateLink))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/quickpay/links")] HttpRequest request
    )
    {
        if (!IdempotencyKey.TryRead(request, out var key, out var refusedKey))
            return refusedKey;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var rules = LinkRules.For(merchant, time);
        var (link, refused) = await JsonRequest.ReadAsync(request, (body, errors) => NewLinkReader.Read(body, errors, rules));
        if (link is null)
            return refused!;

        var connection = await links.ConnectAsync(merchant);
        var once = new OnceOnlyRequest(merchant.Id, key, link.Fingerprint(merchant.Id))
        {
            Uses = link.Send is { } send ? CapUse.OfLinkSends(merchant, Recipients.CountOf(send)) : null,
        };
        return await posts.RunAsync(once, links.Making(connection, link));
    }
}
