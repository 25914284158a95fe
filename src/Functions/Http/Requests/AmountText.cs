using System.Text.Json;

namespace PaymentGateway.Http.Requests;

/// <summary>What may be wrong with how an amount is written.</summary>
internal static class AmountText
{
    public const string NotPositive = "Give an amount that is larger than zero.";

    /// <summary>What is wrong with a JSON value as an amount; null for a number.</summary>
    public static string? TokenProblem(JsonElement? value) =>
        value?.ValueKind switch
        {
            null => "Give the amount, such as 250.00.",
            JsonValueKind.String => "Give the amount as a JSON number without quotes, such as 250.00.",
            JsonValueKind.Number => null,
            _ => "Give the amount as a JSON number, such as 250.00.",
        };

    /// <summary>What is wrong with a number's text; null when it can be parsed as plain digits.</summary>
    public static string? SpellingProblem(string token, int maxWholeDigits, int maxDecimals, string most)
    {
        if (token.AsSpan().ContainsAny('e', 'E'))
            return "Write the amount in plain digits, without an exponent.";
        if (token[0] == '-')
            return NotPositive;

        var point = token.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && token.Length - point - 1 > maxDecimals)
            return $"Give at most {(maxDecimals == 2 ? "two" : "four")} decimals.";

        return (point < 0 ? token.Length : point) > maxWholeDigits ? $"Give at most {most}." : null;
    }

    /// <summary>Whether a text is what JSON would take as a number without sign and exponent: parsing must not meet anything else.</summary>
    public static bool IsPlainNumber(string text) =>
        text.Split('.') is { Length: 1 or 2 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
