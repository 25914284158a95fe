using System.Globalization;
using System.Text.RegularExpressions;

namespace TwoC2P;

/// <summary>
/// An amount in the payment's currency, kept as hundredths. 2C2P's amount fields (N 13) carry it with exactly two decimals (<c>10.00</c>),
/// so the largest amount is 9999999999.99.
/// </summary>
/// <param name="MinorUnits">Hundredths of the currency unit, as 2C2P counts them (also for currencies without cents).</param>
public readonly partial record struct Money(long MinorUnits) : IComparable<Money>
{
    private const int MaxTextLength = 13;

    /// <summary>The largest amount whose two-decimal text fits 2C2P's 13 characters.</summary>
    public static readonly Money Max = new(999_999_999_999);

    /// <summary>No money.</summary>
    public static readonly Money Zero = new(0);

    /// <summary>The amount in whole currency units.</summary>
    public decimal Amount => MinorUnits / 100m;

    /// <summary>2C2P's spelling: plain digits, a point, two decimals (<c>1000.00</c>).</summary>
    public string ToWire() => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Takes a decimal with at most two decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than two decimals, or out of 2C2P's range.</exception>
    public static Money FromAmount(decimal amount) =>
        TryFromAmount(amount, out var money) ? money : throw new ArgumentOutOfRangeException(nameof(amount));

    /// <summary>Takes a decimal; false for more than two decimals or an amount out of 2C2P's range.</summary>
    public static bool TryFromAmount(decimal amount, out Money money)
    {
        money = default;
        if (amount is > 9_999_999_999.99m or < -9_999_999_999.99m || decimal.Round(amount, 2) != amount)
            return false;

        money = new Money((long)(amount * 100m));
        return true;
    }

    /// <summary>
    /// Reads 2C2P's spelling and nothing else: <c>000000123456</c> is an amount of another API, where it would mean 1234.56, and <c>1,234.56</c> one of no API. What is not
    /// read is not known.
    /// </summary>
    public static bool TryParseWire(string? text, out Money money)
    {
        money = default;
        return text is { Length: <= MaxTextLength }
            && TwoDecimals().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && TryFromAmount(amount, out money);
    }

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.MinorUnits));

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.MinorUnits));

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.MinorUnits > right.MinorUnits;

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.MinorUnits < right.MinorUnits;

    /// <summary>Whether the left amount is larger or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.MinorUnits >= right.MinorUnits;

    /// <summary>Whether the left amount is smaller or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.MinorUnits <= right.MinorUnits;

    /// <inheritdoc />
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.MinorUnits);

    /// <inheritdoc />
    public override string ToString() => ToWire();

    [GeneratedRegex(
        "^(0|[1-9][0-9]*)\\.[0-9]{2}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TwoDecimals();
}
