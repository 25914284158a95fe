using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Calls;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>Stores a card at 2C2P, at most once per Idempotency-Key.</summary>
public sealed class CreateCard(CardCalls cards, OnceOnlyPosts posts, TimeProvider time)
{
    [Function(nameof(CreateCard))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/cards")] HttpRequest request
    )
    {
        var merchant = Caller.Of(request.HttpContext).Merchant;
        if (!IdempotencyKey.TryRead(request, out var key, out var refusedKey))
            return refusedKey;

        var now = merchant.LocalTime(time);
        var (card, refused) = await JsonRequest.ReadAsync(request, (body, errors) => NewCardReader.Read(body, now, errors));
        if (card is null)
            return refused!;

        using var number = card.Pan;
        var post = new OnceOnlyPost<CardTokenResponse, CardBody>
        {
            Send = await cards.PrepareAsync(merchant, card),
            BodyOf = CardBody.Of,
            BodyType = ApiJson.Plain.CardBody,
            RefusalOf = CardBody.RefusalOf,
            NotFound = ErrorCodes.CardNotFound,
            Status = StatusCodes.Status201Created,
            HeadersOf = body => new() { ["Location"] = CardAddress.Of(merchant.Id, body.StoreCardUniqueID!) },
        };
        return await posts.RunAsync(new OnceOnlyRequest(merchant.Id, key, CardFingerprint.Of(merchant.Id, key, card)), post);
    }
}
