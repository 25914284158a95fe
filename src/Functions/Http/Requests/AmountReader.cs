using System.Globalization;
using System.Text.Json;
using TwoC2P;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads money from the text of a JSON number, so that no binary fraction ever touches it.</summary>
internal static class AmountReader
{
    private const int MaxWholeDigits = 10;

    /// <summary>The amount of a property that must be there; null when it is wrong and complained about.</summary>
    public static Money? Amount(this JsonObjectReader reader, string name)
    {
        var problem = Read(reader.Find(name), out var money);
        if (problem is null)
            return money;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    /// <summary>The amount of a property that may be left out and may be zero; null when it is not given, or wrong and complained about.</summary>
    public static Money? AmountOrZero(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && IsZero(value.GetRawText()))
            return Money.Zero;

        return reader.Amount(name);
    }

    /// <summary>The amount of a query's parameter; null when it is not given, or wrong and complained about.</summary>
    public static Money? Amount(this QueryReader query, string name)
    {
        if (query.Find(name) is not { } text)
            return null;

        var money = Money.Zero;
        var problem = IsPlainNumber(text) ? ReadNumber(text, out money) : "Give the amount in plain digits, such as 250.00.";
        if (problem is null)
            return money;

        query.Errors.Add(name, problem);
        return null;
    }

    private static bool IsZero(string token) => token is "0" or "0.0" or "0.00";

    // What JSON would take: parsing must not meet anything else.
    private static bool IsPlainNumber(string text) =>
        text.Split('.') is { Length: 1 or 2 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));

    private static string? Read(JsonElement? value, out Money money)
    {
        money = default;
        if (value is not { } element)
            return "Give the amount, such as 250.00.";
        if (element.ValueKind == JsonValueKind.String)
            return "Give the amount as a JSON number without quotes, such as 250.00.";
        if (element.ValueKind != JsonValueKind.Number)
            return "Give the amount as a JSON number, such as 250.00.";

        return ReadNumber(element.GetRawText(), out money);
    }

    private static string? ReadNumber(string token, out Money money)
    {
        money = default;
        if (token.AsSpan().ContainsAny('e', 'E'))
            return "Write the amount in plain digits, without an exponent.";
        if (token[0] == '-')
            return "Give an amount that is larger than zero.";

        var point = token.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && token.Length - point - 1 > 2)
            return "Give at most two decimals.";
        if ((point < 0 ? token.Length : point) > MaxWholeDigits)
            return $"Give at most {Money.Max}.";

        var isMoney = Money.TryFromAmount(
            decimal.Parse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            out money
        );
        return isMoney && money > Money.Zero ? null : "Give an amount that is larger than zero.";
    }
}
