using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>A payment link as 2C2P shows it now.</summary>
public sealed class GetLink(LinkCalls links)
{
    [Function(nameof(GetLink))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/quickpay/links/{qpID}")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!LinkAddress.TryRead(request, out var qpId, out var notFound))
            return notFound;

        var outcome = await links.ReadAsync(Caller.Of(request.HttpContext).Merchant, qpId, cancellationToken);
        return outcome is GatewayOutcome<QueryLinkResponse>.Answered answered
            ? JsonAnswer.Ok(LinkBody.Of(answered.Response), ApiJson.Plain.LinkBody)
            : ApiProblems.OfRead(outcome, LinkCalls.RefusalOf, ErrorCodes.LinkNotFound);
    }
}
