using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// Spells the row keys of the table <c>index</c> by which operations are found: what is looked for, then the operation, newest first. Values are hashed, since a merchant's metadata may be about people; the merchant is part of what is hashed.
/// </summary>
internal static class LookupKey
{
    /// <summary>Begins the rows of operations that a person has to look at.</summary>
    public const string NeedsReview = "review|";

    /// <summary>Begins the rows of changes that no event tells of.</summary>
    public const string ChangedPrefix = "changed|";

    /// <summary>The length of a moment in a key.</summary>
    public const int MomentLength = 12;

    /// <summary>The length of an operation's part of a key.</summary>
    public const int PositionLength = 32;

    // 128 bits: two values of a merchant do not meet, and if they did the ledger would tell.
    private const int HashLength = 16;

    private const string HexDigits = "0123456789abcdef";

    public static string Invoice(MerchantId merchantId, InvoiceNo invoiceNo) => Of("invoice", merchantId, invoiceNo.Text);

    public static string Amount(MerchantId merchantId, Money amount) => Of("amount", merchantId, amount.ToString());

    public static string Reference(MerchantId merchantId, string reference) => Of("reference", merchantId, reference);

    /// <summary>One pair of metadata; keys have no equals sign.</summary>
    public static string Metadata(MerchantId merchantId, string key, string value) =>
        Of("metadata", merchantId, $"{key}={value}");

    /// <summary>A change at this moment (to the millisecond). Unlike all others these keys sort the oldest first.</summary>
    public static string Changed(DateTimeOffset moment) => $"{ChangedPrefix}{Moment(moment)}|";

    /// <summary>A moment to the millisecond, as text that sorts as moments do.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToUnixTimeMilliseconds().ToString("x12", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An operation's place: its id with every hex digit subtracted from 15, so that later ids sort first.</summary>
    public static string PositionOf(OperationId id) => Inverted(id.ToString().Replace("-", "", StringComparison.Ordinal));

    /// <summary>Sorts just behind an operation's place.</summary>
    public static string After(OperationId id) => $"{PositionOf(id)}!";

    /// <summary>Sorts after every place.</summary>
    public const string End = "g";

    /// <summary>The operation at a place; false when it is none of ours.</summary>
    public static bool TryReadPosition(string position, out OperationId id)
    {
        id = default;
        if (position.Length != PositionLength || !position.All(char.IsAsciiHexDigitLower))
            return false;

        var hex = Inverted(position);
        return OperationId.TryParse($"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}", out id);
    }

    /// <summary>Sorts before every operation that was accepted on this UTC day or before it, and after every later one.</summary>
    public static string FirstPositionUntil(DateOnly day) =>
        day == DateOnly.MaxValue ? "" : MomentOf(day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddTicks(-1));

    /// <summary>Sorts after every operation that was accepted on this UTC day or after it, and before every earlier one.</summary>
    public static string LastPositionFrom(DateOnly day) =>
        day <= DateOnly.FromDateTime(DateTime.UnixEpoch)
            ? End
            : $"{MomentOf(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))}{End}";

    private static string MomentOf(DateTime moment)
    {
        var milliseconds = Math.Max(0, new DateTimeOffset(moment).ToUnixTimeMilliseconds());
        return Inverted(milliseconds.ToString("x12", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Inverted(string hex) =>
        string.Create(
            hex.Length,
            hex,
            static (inverted, digits) =>
            {
                for (var index = 0; index < digits.Length; index++)
                    inverted[index] = HexDigits[15 - HexDigits.IndexOf(digits[index], StringComparison.Ordinal)];
            }
        );

    private static string Of(string what, MerchantId merchantId, string value) =>
        $"{what}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{merchantId}|{what}|{value}")).AsSpan(0, HashLength))}|";
}
