using System.Globalization;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.Codes;

namespace PaymentGateway.Http.Problems;

/// <summary>What a daily cap says when it has too little left. Final for callers: a program that tried again by itself would do so all day.</summary>
internal static class DailyLimitProblems
{
    private const string Anew = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>The cap on the value of refunds.</summary>
    public static Problem OfRefunds(AcceptResult.DailyLimitReached reached) =>
        Of(
            $"The refunds of one day may be worth {Written(reached.Limit, reached.Currency)} together; left for today: {Written(reached.Left, reached.Currency)}",
            "Ask for no more than that",
            reached.BeginsAnewAt
        );

    /// <summary>The cap on links that are sent.</summary>
    public static Problem OfLinkSends(long limit, long left, DateTimeOffset beginsAnewAt) =>
        Of(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Links may be sent to {limit} recipients a day, copies included; left for today: {left}"
            ),
            "Send to no more than that",
            beginsAnewAt
        );

    private static Problem Of(string state, string less, DateTimeOffset beginsAnewAt) =>
        new(
            ErrorCodes.DailyLimitReached,
            $"{state}. Nothing was done, and an Idempotency-Key is still free. {less}, or wait until the day begins anew at {beginsAnewAt.ToString(Anew, CultureInfo.InvariantCulture)}; the gateway's operator sets the limit."
        );

    private static string Written(Money amount, Currency currency) => $"{currency.Write(amount.Amount)} {currency.Letters}";
}
