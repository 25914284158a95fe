using System.Globalization;
using System.Text.Json;
using TwoC2P;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads money of payments from the text of a JSON number, so that no binary fraction ever touches it.</summary>
internal static class AmountReader
{
    private const int MaxWholeDigits = 10;
    private const int MaxDecimals = 2;

    /// <summary>The amount of a property that must be there; null when it is wrong and complained about.</summary>
    public static Money? Amount(this JsonObjectReader reader, string name)
    {
        var problem = Read(reader.Find(name), out var money);
        if (problem is null)
            return money;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    /// <summary>The amount of a query's parameter; null when it is not given, or wrong and complained about.</summary>
    public static Money? Amount(this QueryReader query, string name)
    {
        if (query.Find(name) is not { } text)
            return null;

        var money = default(Money);
        var problem = AmountText.IsPlainNumber(text) ? Read(text, out money) : "Give the amount in plain digits, such as 250.00.";
        if (problem is null)
            return money;

        query.Errors.Add(name, problem);
        return null;
    }

    private static string? Read(JsonElement? value, out Money money)
    {
        money = default;
        return AmountText.TokenProblem(value) ?? Read(value!.Value.GetRawText(), out money);
    }

    private static string? Read(string token, out Money money)
    {
        money = default;
        if (AmountText.SpellingProblem(token, MaxWholeDigits, MaxDecimals, Money.Max.ToString()) is { } misspelt)
            return misspelt;

        var isMoney = Money.TryFromAmount(
            decimal.Parse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            out money
        );
        return isMoney && money > Money.Zero ? null : AmountText.NotPositive;
    }
}
