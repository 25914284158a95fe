using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Ends a payment link: nobody can pay with it any more.</summary>
public sealed class DeleteLink(LinkCalls links)
{
    [Function(nameof(DeleteLink))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "merchants/{merchantId}/quickpay/links/{qpID}")]
            HttpRequest request
    )
    {
        if (!LinkAddress.TryRead(request, out var qpId, out var notFound))
            return notFound;

        var outcome = await links.DeleteAsync(Caller.Of(request.HttpContext).Merchant, qpId);
        return outcome is GatewayOutcome<QuickPayResponse>.Answered
            ? new NoContentAnswer()
            : ApiProblems.OfWrite(outcome, LinkCalls.RefusalOf, ErrorCodes.LinkNotFound);
    }
}
