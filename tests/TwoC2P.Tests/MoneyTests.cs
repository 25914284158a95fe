using CsCheck;

namespace TwoC2P.Tests;

public class MoneyTests
{
    [Fact]
    public void Every_amount_survives_the_wire() =>
        Gen.Long[0, Money.Max.MinorUnits]
            .Sample(minorUnits =>
            {
                var sut = new Money(minorUnits);

                Money.TryParseWire(sut.ToWire(), out var read).ShouldBeTrue();
                read.ShouldBe(sut);
                sut.ToWire().Length.ShouldBeLessThanOrEqualTo(13);
                Money.FromAmount(sut.Amount).ShouldBe(sut);
            });

    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("1.00", 100)]
    [InlineData("1000.00", 100_000)]
    [InlineData("9999999999.99", 999_999_999_999)]
    public void The_spelling_of_the_table_is_read(string text, long minorUnits)
    {
        Money.TryParseWire(text, out var sut).ShouldBeTrue();

        sut.MinorUnits.ShouldBe(minorUnits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1")]
    [InlineData("99.9")]
    [InlineData("000000123456")]
    [InlineData("0000000010.00")]
    [InlineData("1,234.56")]
    [InlineData("1234,56")]
    [InlineData("1.00\n")]
    [InlineData(".50")]
    [InlineData(" 1.00")]
    [InlineData("1,000.00")]
    [InlineData("1.001")]
    [InlineData("-1.00")]
    [InlineData("+1.00")]
    [InlineData("1e3")]
    [InlineData("10000000000.00")]
    [InlineData("๑.00")]
    public void Anything_else_is_no_amount(string? text) => Money.TryParseWire(text, out _).ShouldBeFalse();

    [Fact]
    public void Three_decimals_are_never_rounded()
    {
        Money.TryFromAmount(1.001m, out _).ShouldBeFalse();
        Money.TryFromAmount(1.000m, out var sut).ShouldBeTrue();
        sut.ToWire().ShouldBe("1.00");
    }

    [Fact]
    public void Sums_that_leave_the_range_of_numbers_are_an_error_instead_of_another_amount()
    {
        var sut = new Money(long.MaxValue);

        Should.Throw<OverflowException>(() => sut + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
    }

    [Fact]
    public void Amounts_compare_by_value()
    {
        var one = Money.FromAmount(1);
        var two = Money.FromAmount(2);

        (one < two && two > one && one <= two && two >= one).ShouldBeTrue();
        (one + one).ShouldBe(two);
        (two - one).ShouldBe(one);
    }
}
