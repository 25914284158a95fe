using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentGateway.Http.Requests;

/// <summary>Finds and hides what may be a full card number.</summary>
internal static partial class CardNumbers
{
    private const int FirstVisible = 6;
    private const int LastVisible = 4;
    private const int MostDigits = 19;

    /// <summary>A masked card number as it may be shown: at most the first six and last four digits, whatever 2C2P sent.</summary>
    public static string? Mask(string? pan)
    {
        var digits = pan?.Count(char.IsDigit) ?? 0;
        if (pan is null || digits <= FirstVisible + LastVisible)
            return pan;

        var index = 0;
        return string.Concat(pan.Select(character => !char.IsDigit(character) || IsVisible(index++, digits) ? character : 'X'));
    }

    /// <summary>
    /// Whether a text contains 13 to 19 digits that check out as a card number (Luhn, ISO/IEC 7812-1): in one group or in several that stand beside each other, with something else before or behind them or not.
    /// </summary>
    public static bool MayContainOne(string text)
    {
        List<List<int>> groups =
        [
            [],
        ];
        foreach (var character in text)
        {
            if (char.IsDigit(character))
                groups[^1].Add((int)char.GetNumericValue(character));
            else if (IsBetween(character))
            {
                if (groups[^1].Count > 0)
                    groups.Add([]);
            }
            else
            {
                if (HasCardNumber(groups))
                    return true;
                groups =
                [
                    [],
                ];
            }
        }

        return HasCardNumber(groups);
    }

    // What people, and the programs that they copy from, put between the digits: spaces and hyphens of every kind, also those that nobody sees.
    private static bool IsBetween(char character) =>
        character is '.' or '/' or '\u2212'
        || char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.Format;

    private static bool HasCardNumber(List<List<int>> groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            List<int> digits = [];
            foreach (var group in groups.Skip(first))
            {
                digits.AddRange(group);
                if (digits.Count > MostDigits)
                    break;
                if (IsCardNumber(digits))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a card number and nothing else: a reference of 2C2P may have as many digits, but hardly in this form.</summary>
    public static bool IsOne(string text) =>
        CardShape().Match(text) is { Success: true } card && card.Length == text.Length && MayContainOne(text);

    /// <summary>Words of ours, with a reference of 2C2P in them perhaps: only what <see cref="IsOne"/> is hidden, for one in ten of its references checks out as a card number.</summary>
    public static string HideShaped(string words) =>
        CardShape().Replace(words, static card => MayContainOne(card.Value) ? Mask(card.Value)! : card.Value);

    /// <summary>Whether an id of a caller's has what <see cref="IsOne"/> in it, written together or in groups. Numbers that only check out are left alone: ids are often long numbers.</summary>
    public static bool HasShaped(string id)
    {
        var together = string.Concat(id.Where(char.IsAsciiLetterOrDigit));
        return HideShaped(together) != together;
    }

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
        if (digits.Count is < 13 or > MostDigits)
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
