using PaymentGateway.Http.Problems;
using TwoC2P;

namespace PaymentGateway.Http.Cards;

/// <summary>Where stored cards are found.</summary>
internal static class CardAddress
{
    private const int MaxLength = 20;

    /// <summary>The route of a merchant's cards, without the prefix.</summary>
    public static string Collection(MerchantId merchantId) => $"merchants/{merchantId}/cards";

    /// <summary>The address of a card: a relative reference.</summary>
    public static string Of(MerchantId merchantId, string storeCardUniqueId) =>
        $"/api/{Collection(merchantId)}/{Uri.EscapeDataString(storeCardUniqueId)}";

    /// <summary>The answer to an address that can be no card's; null when it can be one.</summary>
    public static Problem? Refuse(string storeCardUniqueId) =>
        storeCardUniqueId.Length <= MaxLength && storeCardUniqueId.All(IsUnreserved)
            ? null
            : new(ErrorCodes.CardNotFound, "Use the storeCardUniqueID that adding the card answered; this is none.");

    // What an address carries as it is (RFC 3986, section 2.3).
    private static bool IsUnreserved(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';
}
