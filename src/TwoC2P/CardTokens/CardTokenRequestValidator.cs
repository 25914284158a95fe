using TwoC2P.Messages;

namespace TwoC2P.CardTokens;

/// <summary>Checks requests against 2C2P's field table and rules, so that nothing is sent that they rule out.</summary>
public static class CardTokenRequestValidator
{
    /// <summary>Checks what the caller chose; empty when all is well.</summary>
    /// <param name="request">The request.</param>
    /// <param name="localNow">The time in the merchant's zone: a card expires at the end of its month there.</param>
    /// <returns>One error per broken rule, by 2C2P's field names; never contains a value.</returns>
    public static IReadOnlyList<FieldError> Validate(CardTokenRequest request, DateTimeOffset localNow)
    {
        if (!Enum.IsDefined(request.Action))
            return [new FieldError("action", "Give one of the actions A, I, U and D.")];

        // A card number has one message of its own, which is more useful than its length's.
        var table = FieldTableRules
            .Check(CardTokenMessages.From(request), CardTokenLayouts.Request)
            .Where(error => error.Field is not "pan");
        return [.. table, .. CardTokenRules.Check(request, localNow)];
    }
}
