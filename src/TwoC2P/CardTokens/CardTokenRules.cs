using System.Globalization;
using TwoC2P.Codes;

namespace TwoC2P.CardTokens;

/// <summary>The rules that depend on the action or on what a field means.</summary>
internal static class CardTokenRules
{
    private const string NameSymbols = "-_,'.& ";
    private const string LeaveOut = "Leave this out: only adding and changing a card take it.";

    public static IEnumerable<FieldError> Check(CardTokenRequest request, DateTimeOffset localNow) =>
        [.. CheckIdentity(request), .. CheckPresence(request), .. CheckContent(request, localNow)];

    private static IEnumerable<FieldError> CheckIdentity(CardTokenRequest request)
    {
        var hasId = !string.IsNullOrWhiteSpace(request.StoreCardUniqueId);
        if (request.Action is CardTokenAction.Add)
        {
            if (!string.IsNullOrEmpty(request.StoreCardUniqueId))
                yield return new FieldError("storeCardUniqueID", "Leave out the stored card: adding one makes it.");
        }
        else if (!hasId)
        {
            yield return new FieldError("storeCardUniqueID", "Give the stored card that is meant.");
        }

        var problem = (request.Action, request.Pan) switch
        {
            (CardTokenAction.Add, null) => "Give the card number: adding a card needs it.",
            (CardTokenAction.Add, { } pan) => pan.Problem(),
            (_, null) => null,
            (_, _) => "Leave out the card number: only adding a card takes it.",
        };
        if (problem is not null)
            yield return new FieldError("pan", problem);
    }

    private static IEnumerable<FieldError> CheckPresence(CardTokenRequest request)
    {
        if (request.Action is CardTokenAction.Add or CardTokenAction.Update)
            yield break;

        var given = CardTokenMessages.From(request);
        foreach (
            var field in (string[])["panBank", "panCountry", "panCurrency", "cardholderName", "cardholderEmail", "panExpiry"]
        )
            if (given[field].Length > 0)
                yield return new FieldError(field, LeaveOut);
    }

    private static IEnumerable<FieldError> CheckContent(CardTokenRequest request, DateTimeOffset localNow)
    {
        if (!string.IsNullOrEmpty(request.PanCountry) && !Iso3166.IsCountry(request.PanCountry))
            yield return new FieldError("panCountry", "Give the country as two capital letters of ISO 3166-1, such as SG.");

        if (!string.IsNullOrEmpty(request.PanCurrency) && !Iso4217.IsNumeric(request.PanCurrency))
            yield return new FieldError("panCurrency", "Give the currency as three digits of ISO 4217, such as 702.");

        if (!(request.CardholderName ?? "").All(character => char.IsAsciiLetter(character) || NameSymbols.Contains(character)))
            yield return new FieldError("cardholderName", "Use only the letters A to Z, spaces and - _ , ' . &");

        if (!string.IsNullOrEmpty(request.CardholderEmail) && !EmailAddress.IsEmailAddress(request.CardholderEmail))
            yield return new FieldError("cardholderEmail", "Give one e-mail address, such as name@shop.example.");

        if (!string.IsNullOrEmpty(request.PanExpiry) && ExpiryProblem(request.PanExpiry, localNow) is { } problem)
            yield return new FieldError("panExpiry", problem);
    }

    private static string? ExpiryProblem(string monthAndYear, DateTimeOffset localNow)
    {
        if (
            monthAndYear.Length != 4
            || !monthAndYear.All(char.IsAsciiDigit)
            || int.Parse(monthAndYear[..2], CultureInfo.InvariantCulture) is < 1 or > 12
        )
            return "Give the expiry as MMYY, two digits each for month and year, such as 0229.";

        var month = int.Parse(monthAndYear[..2], CultureInfo.InvariantCulture);
        var year = 2000 + int.Parse(monthAndYear[2..], CultureInfo.InvariantCulture);
        var isPast = year < localNow.Year || (year == localNow.Year && month < localNow.Month);
        return isPast ? "Give the expiry (MMYY) of a card that is still good; this one has expired." : null;
    }
}
