using CsCheck;
using TwoC2P.Codes;
using TwoC2P.Protocol;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.RecurringPlans;

/// <summary>The twelve-digit fields in every currency: what the last digit counts is the currency's to say.</summary>
public class TwelveDigitsTests
{
    private const decimal OneAndAHalfOfTheSmallestUnit = 1.5m;

    private static readonly decimal[] Units = [1m, 0.1m, 0.01m, 0.001m, 0.0001m];

    public static TheoryData<string> Numbers => [.. Iso4217.All.Select(currency => currency.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_last_digit_is_the_smallest_unit_of_the_currency(string number)
    {
        var smallest = Units[Iso4217.Find(number)!.Decimals];
        var decimals = TwelveDigits.DecimalsOf(MinorUnits.Iso4217, number);

        TwelveDigits.Write(smallest * 10_000, decimals).ShouldBe("000000010000");
        TwelveDigits.Read("000000010000", decimals).Value.ShouldBe(smallest * 10_000);
        TwelveDigits.Write(smallest * 999_999_999_999, decimals).ShouldBe("999999999999");
        TwelveDigits.Write(smallest * 1_000_000_000_000, decimals).ShouldBe("");
        TwelveDigits.Write(smallest * OneAndAHalfOfTheSmallestUnit, decimals).ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Hundredths_are_hundredths_in_every_currency(string number)
    {
        var decimals = TwelveDigits.DecimalsOf(MinorUnits.Hundredths, number);

        TwelveDigits.Write(10_000m, decimals).ShouldBe("000001000000");
        TwelveDigits.Read("000001000000", decimals).Value.ShouldBe(10_000m);
        TwelveDigits.Write(0.001m, decimals).ShouldBe("");
    }

    [Theory]
    [InlineData("392", "000000010000", 10_000)]
    [InlineData("414", "000000012345", 12.345)]
    [InlineData("990", "000000012345", 1.2345)]
    [InlineData("764", "000000009990", 99.90)]
    [InlineData("764", "9990", 99.90)]
    [InlineData("764", "99.90", 99.90)]
    [InlineData("764", "99.9", 99.90)]
    [InlineData("392", "10000.00", 10_000)]
    [InlineData("414", "12.345", 12.345)]
    public void Amounts_are_read_as_minor_units_or_with_a_point(string number, string text, double amount) =>
        TwelveDigits
            .Read(text, TwelveDigits.DecimalsOf(MinorUnits.Iso4217, number))
            .ShouldBe(new WireValue<decimal>(text, (decimal)amount));

    [Theory]
    [InlineData("764", "0000000099900")]
    [InlineData("764", "-1")]
    [InlineData("764", "1,000")]
    [InlineData("764", "much")]
    [InlineData("764", "99.901")]
    [InlineData("764", "0099.90")]
    [InlineData("392", "0.5")]
    [InlineData("764", null)]
    [InlineData("000", "000000010000")]
    [InlineData("999", "000000010000")]
    [InlineData("", "000000010000")]
    [InlineData(null, "000000010000")]
    [InlineData(null, "99.90")]
    public void Anything_else_and_any_amount_of_an_unknown_currency_is_kept_as_text_only(string? number, string? text) =>
        TwelveDigits.Read(text, TwelveDigits.DecimalsOf(MinorUnits.Iso4217, number)).ShouldBe(new WireValue<decimal>(text, null));

    [Fact]
    public void Every_amount_survives_as_twelve_digits() =>
        Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Int[0, 4])
            .Sample(
                (minorUnits, decimals) =>
                {
                    var amount = minorUnits * Units[decimals];

                    var text = TwelveDigits.Write(amount, decimals);

                    text.Length.ShouldBe(12);
                    TwelveDigits.Read(text, decimals).Value.ShouldBe(amount);
                }
            );
}
