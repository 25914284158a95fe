using System.Text.RegularExpressions;

namespace PaymentOperations.Storage;

/// <summary>Hides numbers in a text that somebody else wrote: it may hold a card's or a bank account's.</summary>
internal static partial class Digits
{
    private const int Shown = 4;

    /// <summary>The text with <c>X</c> for every digit of a row of seven or more (single spaces and hyphens between them aside) but the last four.</summary>
    public static string Hide(string text) => Row().Replace(text, static row => Hide(row.ValueSpan));

    private static string Hide(ReadOnlySpan<char> row)
    {
        var left = 0;
        foreach (var character in row)
            left += char.IsDigit(character) ? 1 : 0;

        var hidden = row.ToString().ToCharArray();
        for (var index = 0; index < hidden.Length && left > Shown; index++)
        {
            if (!char.IsDigit(hidden[index]))
                continue;
            hidden[index] = 'X';
            left--;
        }

        return new string(hidden);
    }

    [GeneratedRegex(@"\d(?:[ -]?\d){6,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
