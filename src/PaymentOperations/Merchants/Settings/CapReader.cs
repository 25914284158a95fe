using System.Globalization;
using TwoC2P;
using TwoC2P.Codes;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Reads what a merchant's day is capped in.</summary>
internal static class CapReader
{
    private const string RefundValue = "DailyRefundValue";
    private const string LinkSends = "DailyLinkSends";
    private const string Currency = "Currency";

    public static IReadOnlyList<string> Names { get; } = [RefundValue, LinkSends];

    /// <returns>Null when there is none, or it is wrong and was reported.</returns>
    public static Money? ReadRefundValue(SettingValues values, Currency? currency)
    {
        if (values.Text(RefundValue) is not { } text)
            return null;

        if (!values.Has(Currency))
            values.Report(
                RefundValue,
                "needs Currency: refunds in several currencies cannot be added up. Set Currency too, or leave the cap out."
            );
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount > 0
            && currency?.Has(amount) != false
            && Money.TryFromAmount(amount, out var value)
        )
            return value;

        values.Report(
            RefundValue,
            "must be an amount over zero in Currency, with no more decimals than that has, such as 50000; without the setting there is no cap."
        );
        return null;
    }

    /// <returns>Null when there is none, or it is wrong and was reported.</returns>
    public static int? ReadLinkSends(SettingValues values)
    {
        if (values.Text(LinkSends) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sends) && sends > 0)
            return sends;

        values.Report(
            LinkSends,
            "must be a whole number of recipients over zero, such as 200; without the setting there is no cap."
        );
        return null;
    }
}
