using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using TwoC2P.Codes;

namespace TwoC2P.CardTokens;

/// <summary>
/// A full card number (field <c>pan</c>). It shows itself to nobody: its text, debugger and JSON forms are empty of digits, it has no properties, and it compares by
/// identity. Dispose clears it. It holds any text; <see cref="CardTokenRequestValidator"/> says what is wrong with one that is no card number.
/// </summary>
/// <param name="text">The number as the caller gave it.</param>
[DebuggerDisplay("hidden")]
public sealed class CardNumber(string text) : IDisposable
{
    private const int MinLength = 12;
    private const int MaxLength = 19;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly char[] digits = text.ToCharArray();

    /// <summary>
    /// HMAC-SHA256 of the number, for comparing a repeated request with the first: without the key nobody can guess the number from it.
    /// </summary>
    /// <param name="key">A secret of at least 32 bytes.</param>
    public byte[] KeyedHash(ReadOnlySpan<byte> key)
    {
        var bytes = Encoding.UTF8.GetBytes(digits);
        try
        {
            return HMACSHA256.HashData(key, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Overwrites the digits in memory.</summary>
    public void Dispose() => Array.Clear(digits);

    /// <summary>Says only that there is a card number.</summary>
    public override string ToString() => "CardNumber (hidden)";

    /// <summary>What is wrong with the number, or null.</summary>
    internal string? Problem() =>
        !Array.TrueForAll(digits, char.IsAsciiDigit) ? "Give the card number as digits only, without spaces or dashes."
        : digits.Length is < MinLength or > MaxLength ? $"Give a card number of {MinLength} to {MaxLength} digits."
        : !Luhn.IsValid(digits) ? "Check the card number: its check digit does not fit."
        : null;

    /// <summary>Whether a masked number (<c>411111XXXXXX1111</c>) can be this one: what it shows at either end must be the same.</summary>
    internal bool Fits(string masked)
    {
        var shownFirst = masked.TakeWhile(char.IsAsciiDigit).Count();
        var shownLast = masked.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        return shownFirst <= digits.Length
            && shownLast <= digits.Length
            && masked.AsSpan(0, shownFirst).SequenceEqual(digits.AsSpan(0, shownFirst))
            && masked.AsSpan(masked.Length - shownLast).SequenceEqual(digits.AsSpan(digits.Length - shownLast));
    }

    /// <summary>The digits, for the wire alone.</summary>
    internal string Reveal() => new(digits);
}
