using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>Card numbers: checked, masked, and then forgotten.</summary>
internal static class Pan
{
    /// <summary>12 to 19 digits whose last is the check digit of the others (ISO/IEC 7812-1).</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is < 12 or > 19 || !FieldForms.IsDigits(text))
            return false;
        var sum = 0;
        for (var fromRight = 0; fromRight < text.Length; fromRight++)
        {
            var digit = text[text.Length - 1 - fromRight] - '0';
            var weighed = fromRight % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    /// <summary>First six and last four, the rest X; a number of twelve digits or less shows its last four only.</summary>
    public static string Mask(string pan) =>
        pan.Length > 12 ? pan[..6] + new string('X', pan.Length - 10) + pan[^4..] : new string('X', pan.Length - 4) + pan[^4..];
}
