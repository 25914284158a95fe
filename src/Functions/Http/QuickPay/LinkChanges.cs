using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentOperations.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>
/// Changes links: 2C2P takes only all terms at once, so they are read, changed and sent. 2C2P knows no versions of links: of two changes at the same time the later one wins, whole.
/// </summary>
public sealed class LinkChanges(LinkCalls links)
{
    /// <summary>Makes the change and answers the link as it is afterwards.</summary>
    internal async Task<IResult> MakeAsync(Merchant merchant, string qpId, LinkPatch patch, CancellationToken cancellationToken)
    {
        var before = await links.ReadAsync(merchant, qpId, cancellationToken);
        if (before is not GatewayOutcome<QueryLinkResponse>.Answered { Response: var link })
            return ApiProblems.OfRead(before, LinkCalls.RefusalOf, ErrorCodes.LinkNotFound);

        var (terms, refused) = patch.Apply(link);
        if (terms is null)
            return refused!;

        var change = await links.UpdateAsync(merchant, qpId, terms);
        if (change is not GatewayOutcome<QuickPayResponse>.Answered)
            return ApiProblems.OfWrite(change, LinkCalls.RefusalOf, ErrorCodes.LinkNotFound);

        // The change is made: from here on the caller is told so, whatever reading it brings.
        var after = await links.ReadAsync(merchant, qpId, CancellationToken.None);
        return after is GatewayOutcome<QueryLinkResponse>.Answered answered
            ? JsonAnswer.Ok(LinkBody.Of(answered.Response), ApiJson.Plain.LinkBody)
            : new Problem(
                ErrorCodes.GatewayUnavailable,
                "2C2P made the change, but did not show the link afterwards. Read the link, or repeat the request: it makes the same change."
            )
            {
                RetryAfter = TimeSpan.FromSeconds(5),
            };
    }
}
