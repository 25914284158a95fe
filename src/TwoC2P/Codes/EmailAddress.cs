using System.Text.RegularExpressions;

namespace TwoC2P.Codes;

/// <summary>
/// E-mail addresses that 2C2P can send to: ASCII, one <c>@</c>, a domain with a dot. Narrower than RFC 5322, which allows quotes and, within them, the <c>;</c> that separates
/// 2C2P's lists.
/// </summary>
internal static partial class EmailAddress
{
    private const int LongestLocalPart = 64;

    public static bool IsEmailAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and <= LongestLocalPart && Form().IsMatch(text);

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Form();
}
