using System.Text.RegularExpressions;

namespace PaymentGateway.Http.Requests;

/// <summary>Finds and hides what may be a full card number.</summary>
internal static partial class CardNumbers
{
    private const int FirstVisible = 6;
    private const int LastVisible = 4;

    /// <summary>A masked card number as it may be shown: at most the first six and last four digits, whatever 2C2P sent.</summary>
    public static string? Mask(string? pan)
    {
        var digits = pan?.Count(char.IsDigit) ?? 0;
        if (pan is null || digits <= FirstVisible + LastVisible)
            return pan;

        var index = 0;
        return string.Concat(pan.Select(character => !char.IsDigit(character) || IsVisible(index++, digits) ? character : 'X'));
    }

    /// <summary>Whether a text contains 13 to 19 digits in a row (spaces and hyphens aside) that check out as a card number (Luhn, ISO/IEC 7812-1).</summary>
    public static bool MayContainOne(string text)
    {
        var run = new List<int>();
        foreach (var character in text)
        {
            if (char.IsDigit(character))
                run.Add((int)char.GetNumericValue(character));
            else if (character is not (' ' or '-'))
            {
                if (IsCardNumber(run))
                    return true;
                run.Clear();
            }
        }

        return IsCardNumber(run);
    }

    /// <summary>Whether a text is a card number and nothing else: a reference of 2C2P may have as many digits, but hardly in this form.</summary>
    public static bool IsOne(string text) =>
        CardShape().Match(text) is { Success: true } card && card.Length == text.Length && MayContainOne(text);

    /// <summary>Words of ours, with a reference of 2C2P in them perhaps: only what <see cref="IsOne"/> is hidden, for one in ten of its references checks out as a card number.</summary>
    public static string HideShaped(string words) =>
        CardShape().Replace(words, static card => MayContainOne(card.Value) ? Mask(card.Value)! : card.Value);

    [GeneratedRegex(
        @"(?<![0-9])(?:3[47][0-9]{13}|35[0-9]{14}|[456][0-9]{15}|2[2-7][0-9]{14})(?![0-9])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex CardShape();

    /// <summary>A text of 2C2P as it may be shown: its digits masked like a card number's if there may be one among them.</summary>
    public static string? Hide(string? text) => text is not null && MayContainOne(text) ? Mask(text) : text;

    private static bool IsVisible(int index, int digits) => index < FirstVisible || index >= digits - LastVisible;

    private static bool IsCardNumber(List<int> digits)
    {
        if (digits.Count is < 13 or > 19)
            return false;

        var sum = 0;
        for (var fromRight = 0; fromRight < digits.Count; fromRight++)
        {
            var digit = digits[^(fromRight + 1)];
            sum +=
                fromRight % 2 == 0 ? digit
                : digit * 2 > 9 ? digit * 2 - 9
                : digit * 2;
        }

        return sum % 10 == 0;
    }
}
