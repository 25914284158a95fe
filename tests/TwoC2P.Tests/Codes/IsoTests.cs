using TwoC2P.Codes;

namespace TwoC2P.Tests.Codes;

public class IsoTests
{
    [Fact]
    public void There_are_249_countries_of_two_capital_letters()
    {
        Iso3166.All.Count.ShouldBe(249);
        Iso3166.All.ShouldAllBe(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper));
        Iso3166.IsCountry(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("SGD", "702")]
    [InlineData("THB", "764")]
    [InlineData("MMK", "104")]
    [InlineData("IDR", "360")]
    [InlineData("PHP", "608")]
    [InlineData("HKD", "344")]
    [InlineData("MYR", "458")]
    [InlineData("VND", "704")]
    [InlineData("JPY", "392")]
    [InlineData("USD", "840")]
    [InlineData("EUR", "978")]
    public void Letters_and_numbers_belong_together(string letters, string number)
    {
        Iso4217.Find(letters)!.Number.ShouldBe(number);
        Iso4217.ToAlphabetic(number).ShouldBe(letters);
        Iso4217.IsAlphabetic(letters).ShouldBeTrue();
        Iso4217.IsNumeric(number).ShouldBeTrue();
    }

    [Fact]
    public void Unknown_codes_are_none()
    {
        Iso4217.ToAlphabetic("000").ShouldBeNull();
        Iso4217.ToAlphabetic(null).ShouldBeNull();
        Iso4217.IsAlphabetic("sgd").ShouldBeFalse();
        Iso4217.IsAlphabetic("702").ShouldBeFalse();
        Iso4217.IsNumeric("SGD").ShouldBeFalse();
        Iso4217.ToAlphabetic("SGD").ShouldBeNull();
        Iso4217.Find(null).ShouldBeNull();
    }
}
