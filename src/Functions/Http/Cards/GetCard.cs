using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Cards;

/// <summary>A stored card as 2C2P shows it now.</summary>
public sealed class GetCard(CardCalls cards)
{
    [Function(nameof(GetCard))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/cards/{storeCardUniqueID}")]
            HttpRequest request,
        string storeCardUniqueID,
        CancellationToken cancellationToken
    )
    {
        if (CardAddress.Refuse(storeCardUniqueID) is { } refused)
            return refused;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var outcome = await cards.ReadAsync(merchant, storeCardUniqueID, cancellationToken);
        return outcome is GatewayOutcome<CardTokenResponse>.Answered { Response: var card }
            ? JsonAnswer.Ok(CardBody.Of(card), ApiJson.Plain.CardBody)
            : ApiProblems.OfRead(outcome, CardBody.RefusalOf, ErrorCodes.CardNotFound);
    }
}
