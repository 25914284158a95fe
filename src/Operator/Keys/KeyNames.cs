using System.Globalization;

namespace Operator.Keys;

/// <summary>Names of keys.</summary>
internal static class KeyNames
{
    private const int Longest = 64;
    private const int LongestNumber = 6;

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Problem(string id) =>
        id.Length is > 0 and <= Longest
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? null
            : $"--id must be 1 to {Longest} letters, digits, hyphens, underscores and dots: it goes into the audit trail.";

    /// <summary>The name of the key that follows one: <c>shop</c>, <c>shop-2</c>, <c>shop-3</c>. A name that is taken is passed over.</summary>
    public static string Next(string id, IReadOnlySet<string> taken)
    {
        var hyphen = id.LastIndexOf('-');
        var digits = id[(hyphen + 1)..];
        var isNumbered =
            hyphen > 0 && digits.Length is > 0 and <= LongestNumber && digits.All(char.IsAsciiDigit) && digits[0] != '0';
        var name = isNumbered ? id[..hyphen] : id;
        var number = isNumbered ? int.Parse(digits, CultureInfo.InvariantCulture) : 1;
        string next;
        do next = string.Create(CultureInfo.InvariantCulture, $"{name}-{++number}");
        while (taken.Contains(next));
        return next;
    }
}
