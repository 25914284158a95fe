using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>A stored card as callers read it. Never holds a full card number, whatever 2C2P sent: it is also kept for repeats.</summary>
internal sealed record CardBody
{
    public required string? StoreCardUniqueID { get; init; }

    public required string? MerchantId { get; init; }

    public required string? PanMasked { get; init; }

    public required string? PanBank { get; init; }

    public required string? PanCountry { get; init; }

    public required string? CardholderName { get; init; }

    public required string? CardholderEmail { get; init; }

    /// <summary>2C2P's result.</summary>
    public required GatewayProblemBody Gateway { get; init; }

    /// <summary>Says which card: the holder's name and address are personal data.</summary>
    public override string ToString() => $"CardBody {StoreCardUniqueID}";

    public static CardBody Of(CardTokenResponse response) =>
        new()
        {
            StoreCardUniqueID = response.StoreCardUniqueId,
            MerchantId = response.MerchantId,
            PanMasked = CardNumbers.Mask(response.PanMasked),
            PanBank = CardNumbers.Hide(response.PanBank),
            PanCountry = response.PanCountry,
            CardholderName = CardNumbers.Hide(response.CardholderName),
            CardholderEmail = CardNumbers.Hide(response.CardholderEmail),
            Gateway = new(response.RespCode.Text, CardNumbers.Hide(response.RespReason), Status: null),
        };

    /// <summary>What a verified refusal says.</summary>
    public static Refusal RefusalOf(CardTokenResponse response) =>
        Refusal.Of(response.RespCode, CardNumbers.Hide(response.RespReason));
}
