using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Changes what a payment link is for.</summary>
public sealed class UpdateLink(LinkChanges changes, TimeProvider time)
{
    [Function(nameof(UpdateLink))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "merchants/{merchantId}/quickpay/links/{qpID}")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!LinkAddress.TryRead(request, out var qpId, out var notFound))
            return notFound;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var rules = LinkRules.For(merchant, time);
        var (patch, refused) = await JsonRequest.ReadPatchAsync(request, (body, errors) => LinkPatch.Read(body, errors, rules));
        return patch is null ? refused! : await changes.MakeAsync(merchant, qpId, patch, cancellationToken);
    }
}
