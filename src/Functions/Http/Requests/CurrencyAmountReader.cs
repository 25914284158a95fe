using System.Globalization;
using System.Text.Json;
using TwoC2P.Codes;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads amounts in the decimals of a currency that may not be known yet, from the text of a JSON number. Whether the currency has the decimals is for the client's rules to say.</summary>
internal static class CurrencyAmountReader
{
    private const int MaxWholeDigits = 13;

    /// <summary>The amount of a property that must be there; null when it is wrong and complained about.</summary>
    public static decimal? CurrencyAmount(this JsonObjectReader reader, string name)
    {
        var problem = Read(reader.Find(name), out var amount) ?? (amount > 0 ? null : AmountText.NotPositive);
        if (problem is null)
            return amount;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    /// <summary>The amount of a property that may be left out and may be zero; null when it is not given, or wrong and complained about.</summary>
    public static decimal? CurrencyAmountOrZero(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return null;
        if (Read(value, out var amount) is not { } problem)
            return amount;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    /// <summary>The amount of a query's parameter, in decimals that its currency has; null when it is not given, or wrong and complained about.</summary>
    public static decimal? CurrencyAmount(this QueryReader query, string name, string? currency)
    {
        if (query.Find(name) is not { } text)
            return null;

        var amount = 0m;
        var problem = AmountText.IsPlainNumber(text)
            ? ReadNumber(text, out amount) ?? (amount > 0 ? null : AmountText.NotPositive)
            : "Give the amount in plain digits, such as 250.00.";
        if (problem is null && Iso4217.Find(currency?.ToUpperInvariant()) is { } known && !known.Has(amount))
            problem = $"Give at most {known.Decimals} decimals: {known.Letters} has no more.";
        if (problem is null)
            return amount;

        query.Errors.Add(name, problem);
        return null;
    }

    private static string? Read(JsonElement? value, out decimal amount)
    {
        amount = 0;
        return AmountText.TokenProblem(value) ?? ReadNumber(value!.Value.GetRawText(), out amount);
    }

    private static string? ReadNumber(string token, out decimal amount)
    {
        amount = 0;
        if (
            AmountText.SpellingProblem(token, MaxWholeDigits, Iso4217.MostDecimals, new string('9', MaxWholeDigits)) is
            { } problem
        )
            return problem;

        amount = decimal.Parse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return null;
    }
}
