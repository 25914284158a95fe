using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Cards;

/// <summary>Lets 2C2P forget a card.</summary>
public sealed class DeleteCard(CardCalls cards)
{
    [Function(nameof(DeleteCard))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "merchants/{merchantId}/cards/{storeCardUniqueID}")]
            HttpRequest request,
        string storeCardUniqueID
    )
    {
        if (CardAddress.Refuse(storeCardUniqueID) is { } refused)
            return refused;

        var delete = await cards.PrepareAsync(
            Caller.Of(request.HttpContext).Merchant,
            new CardTokenRequest { Action = CardTokenAction.Delete, StoreCardUniqueId = storeCardUniqueID }
        );
        var outcome = await delete();
        return outcome is GatewayOutcome<CardTokenResponse>.Answered
            ? new NoContentAnswer()
            : ApiProblems.OfWrite(outcome, CardBody.RefusalOf, ErrorCodes.CardNotFound);
    }
}
