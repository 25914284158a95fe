using TwoC2P.Codes;

namespace TwoC2P.Tests.Codes;

/// <summary>The table is list one as the maintenance agency published it, and what changed since; Vectors/iso-4217/README.md says where it is from.</summary>
public class Iso4217Tests
{
    public static TheoryData<string, string, int> Published =>
        [
            .. Vectors
                .Text("iso-4217/list-one.csv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(entry => entry[2] is not "N.A." and not "" && entry[0] is not "ANG")
                .Select(entry => (entry[0], entry[1], entry[2][0] - '0'))
                .Append(("XCG", "532", 2)),
        ];

    [Theory]
    [MemberData(nameof(Published))]
    public void A_currency_has_the_letters_the_number_and_the_decimals_of_the_list(string letters, string number, int decimals)
    {
        var sut = Iso4217.Find(letters).ShouldNotBeNull();

        sut.ShouldBe(new Currency(letters, number, decimals));
        Iso4217.Find(number).ShouldBeSameAs(sut);
        sut.Write(1).ShouldBe(decimals == 0 ? "1" : $"1.{new string('0', decimals)}");
    }

    [Fact]
    public void There_is_no_other_currency()
    {
        Iso4217.All.Count.ShouldBe(Published.Count);
        Iso4217.All.Max(currency => currency.Decimals).ShouldBe(Iso4217.MostDecimals);
        Iso4217.All.Select(currency => currency.Number).ShouldBeUnique();
    }

    [Theory]
    [InlineData("XAU")]
    [InlineData("XTS")]
    [InlineData("XXX")]
    [InlineData("959")]
    public void What_has_no_minor_unit_is_no_money(string code) => Iso4217.Find(code).ShouldBeNull();
}
