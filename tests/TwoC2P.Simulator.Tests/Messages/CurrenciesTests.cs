using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Tests.Messages;

public sealed class CurrenciesTests
{
    public static TheoryData<string> Letters => [.. Currencies.All.Values];

    [Theory]
    [MemberData(nameof(Letters))]
    public void The_smallest_amount_is_one_of_the_minor_unit(string letters)
    {
        var smallest = 1m;
        for (var place = 0; place < Currencies.DecimalsOf(letters); place++)
            smallest /= 10;

        Currencies.CanPay(smallest, letters).ShouldBeTrue();
        Currencies.CanPay(1234 * smallest, letters).ShouldBeTrue();
        Currencies.CanPay(smallest / 10, letters).ShouldBeFalse();
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("VND", 0)]
    [InlineData("THB", 2)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    public void Known_minor_units(string letters, int decimals) => Currencies.DecimalsOf(letters).ShouldBe(decimals);

    [Theory]
    [InlineData("764", true)]
    [InlineData("000", false)]
    [InlineData("THB", false)]
    public void Numbers_are_those_of_the_list(string text, bool isNumber) => Currencies.IsNumber(text).ShouldBe(isNumber);

    [Fact]
    public void Letters_and_numbers_are_used_once()
    {
        Currencies.All.Count.ShouldBe(166);
        Currencies.All.Values.ShouldBeUnique();
    }
}
