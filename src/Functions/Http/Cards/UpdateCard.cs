using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Cards;

/// <summary>Changes what is stored beside a card's number.</summary>
public sealed class UpdateCard(CardCalls cards, TimeProvider time)
{
    [Function(nameof(UpdateCard))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "merchants/{merchantId}/cards/{storeCardUniqueID}")]
            HttpRequest request,
        string storeCardUniqueID,
        CancellationToken cancellationToken
    )
    {
        var merchant = Caller.Of(request.HttpContext).Merchant;
        if (CardAddress.Refuse(storeCardUniqueID) is { } noCard)
            return noCard;

        var now = merchant.LocalTime(time);
        var (patch, refused) = await JsonRequest.ReadPatchAsync(
            request,
            (body, errors) => CardPatch.Read(body, storeCardUniqueID, now, errors)
        );
        if (patch is null)
            return refused!;

        var found = await cards.ReadAsync(merchant, storeCardUniqueID, cancellationToken);
        if (found is not GatewayOutcome<CardTokenResponse>.Answered { Response: var stored })
            return ApiProblems.OfRead(found, CardBody.RefusalOf, ErrorCodes.CardNotFound);

        var merged = patch.Over(stored);
        if (MergeProblems.Of(CardTokenRequestValidator.Validate(merged, now), patch.Names.Contains) is { } problem)
            return problem;

        var outcome = await cards.ChangeAsync(merchant, merged);
        return outcome is GatewayOutcome<CardTokenResponse>.Answered { Response: var card }
            ? JsonAnswer.Ok(CardBody.Of(card), ApiJson.Plain.CardBody)
            : ApiProblems.OfWrite(outcome, CardBody.RefusalOf, ErrorCodes.CardNotFound);
    }
}
