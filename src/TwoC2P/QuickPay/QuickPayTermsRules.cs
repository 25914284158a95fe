using TwoC2P.Codes;
using TwoC2P.Protocol;

namespace TwoC2P.QuickPay;

/// <summary>The rules for what a link is for. Lengths are the table's to check.</summary>
internal static class QuickPayTermsRules
{
    private const int MostTransactions = 1000;
    private const string DescriptionSymbols = "._# -";

    public static IEnumerable<FieldError> Check(QuickPayLinkTerms terms, string version, DateTimeOffset now) =>
        [
            .. CheckMoney(terms),
            .. CheckDescription(terms),
            .. CheckMultiple(terms),
            .. CheckTimes(terms, now),
            .. CheckAddresses(terms),
            .. CheckChoices(terms),
            .. CheckNewTerms(terms, version),
            .. terms.Recurring is { } plan ? QuickPayRecurringRules.Check(plan, terms.Currency, now) : [],
        ];

    private static IEnumerable<FieldError> CheckMoney(QuickPayLinkTerms terms)
    {
        if (!Iso4217.IsAlphabetic(terms.Currency))
            yield return new FieldError("currency", "Give the currency as three capital letters of ISO 4217, such as SGD.");

        if (terms.Amount <= 0)
            yield return new FieldError("amount", "Give an amount greater than zero.");
        else if (DecimalsProblem(terms.Amount, terms.Currency) is { } problem)
            yield return new FieldError("amount", problem);
    }

    private static IEnumerable<FieldError> CheckDescription(QuickPayLinkTerms terms)
    {
        if (string.IsNullOrWhiteSpace(terms.Description))
            yield return new FieldError("description", "Say what is paid for.");
        else if (!terms.Description.All(IsDescriptionCharacter))
            yield return new FieldError("description", "Use only the letters A to Z, digits, spaces and . _ # -");

        if (terms.UserData.Count > QuickPayRequestMessages.UserDataPlaces)
            yield return new FieldError("userData", $"Give at most {QuickPayRequestMessages.UserDataPlaces} texts.");
    }

    private static IEnumerable<FieldError> CheckMultiple(QuickPayLinkTerms terms)
    {
        if (terms.MaxTransaction is null)
            yield break;

        if (!terms.AllowMultiplePayment)
            yield return new FieldError(
                "maxTransaction",
                "Leave this out, or set allowMultiplePayment: one payment needs no limit."
            );

        if (terms.MaxTransaction is < 1 or > MostTransactions)
            yield return new FieldError("maxTransaction", $"Give 1 to {MostTransactions} payments.");
    }

    private static IEnumerable<FieldError> CheckTimes(QuickPayLinkTerms terms, DateTimeOffset now)
    {
        (string Field, DateTimeOffset? Time)[] times = [("expiry", terms.Expiry), ("paymentExpiry", terms.PaymentExpiry)];
        foreach (var (field, time) in times)
        {
            if (time <= now)
                yield return new FieldError(field, "Give a time that is not past.");
            else if (time > Horizon.Of(now))
                yield return new FieldError(field, Horizon.Problem);
        }
    }

    private static IEnumerable<FieldError> CheckAddresses(QuickPayLinkTerms terms)
    {
        (string Field, string? Address)[] addresses = [("resultUrl1", terms.ResultUrl1), ("resultUrl2", terms.ResultUrl2)];
        return addresses
            .Where(pair => !string.IsNullOrEmpty(pair.Address) && !IsWebAddress(pair.Address))
            .Select(pair => new FieldError(pair.Field, "Give an absolute address that begins with https:// or http://."));
    }

    private static IEnumerable<FieldError> CheckChoices(QuickPayLinkTerms terms)
    {
        if (terms.PaymentOption is not (null or "" or "F" or "I" or "C" or "A"))
            yield return new FieldError("paymentOption", "Give one of F, I, C and A.");

        if (terms.Request3DS is not (null or "" or "Y" or "N" or "F"))
            yield return new FieldError("request3DS", "Give one of Y, N and F.");
    }

    private static IEnumerable<FieldError> CheckNewTerms(QuickPayLinkTerms terms, string version)
    {
        if (MessageVersion.IsAtLeast(version, 2, 4))
            return [];

        (string Field, bool IsGiven)[] fields =
        [
            ("useStoreCardOnly", terms.UseStoreCardOnly is not null),
            ("storeCardUniqueID", !string.IsNullOrEmpty(terms.StoreCardUniqueId)),
            ("ippPeriodFilter", !string.IsNullOrEmpty(terms.IppPeriodFilter)),
        ];
        return fields
            .Where(field => field.IsGiven)
            .Select(field => new FieldError(field.Field, "Leave this out: it needs QuickPay version 2.4."));
    }

    /// <summary>What is wrong with an amount that its currency does not have; null when it has it, or is not known.</summary>
    internal static string? DecimalsProblem(decimal? amount, string? currency) =>
        amount is { } given && Iso4217.Find(currency) is { } known && !known.Has(given) ? known.DecimalsProblem : null;

    private static bool IsDescriptionCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || DescriptionSymbols.Contains(character);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http");
}
