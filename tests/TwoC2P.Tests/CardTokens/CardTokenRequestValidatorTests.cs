using TwoC2P.CardTokens;

namespace TwoC2P.Tests.CardTokens;

public class CardTokenRequestValidatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("378282246310005")]
    [InlineData("6304000000000000")]
    public void Card_numbers_whose_check_digit_fits_are_taken(string pan) =>
        Fields(Add() with { Pan = new CardNumber(pan) }).ShouldBeEmpty();

    [Theory]
    [InlineData("4111111111111112", "check digit")]
    [InlineData("4111 1111 1111 1111", "digits only")]
    [InlineData("4111-1111-1111-1111", "digits only")]
    [InlineData("๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑", "digits only")]
    [InlineData("41111111111111111111", "12 to 19")]
    [InlineData("00000000000", "12 to 19")]
    [InlineData("", "12 to 19")]
    public void Others_are_refused_once_and_not_repeated(string pan, string advice)
    {
        var errors = CardTokenRequestValidator.Validate(Add() with { Pan = new CardNumber(pan) }, Now);

        var error = errors.ShouldHaveSingleItem();
        error.Field.ShouldBe("pan");
        error.Problem.ShouldContain(advice);
        error.Problem.ShouldNotContain("4111");
    }

    [Fact]
    public void Only_adding_takes_a_card_number_and_it_needs_one()
    {
        Fields(Add() with { Pan = null }).ShouldBe(["pan"]);
        Fields(Stored(CardTokenAction.Update) with { Pan = new CardNumber("4111111111111111") }).ShouldBe(["pan"]);
    }

    [Theory]
    [InlineData(CardTokenAction.Inquiry)]
    [InlineData(CardTokenAction.Update)]
    [InlineData(CardTokenAction.Delete)]
    public void The_others_need_the_stored_card(CardTokenAction action)
    {
        Fields(Stored(action)).ShouldBeEmpty();
        Fields(Stored(action) with { StoreCardUniqueId = " " }).ShouldBe(["storeCardUniqueID"]);
    }

    [Fact]
    public void Adding_takes_no_stored_card() =>
        Fields(Add() with { StoreCardUniqueId = "1001" }).ShouldBe(["storeCardUniqueID"]);

    [Theory]
    [InlineData(CardTokenAction.Inquiry)]
    [InlineData(CardTokenAction.Delete)]
    public void Reading_and_deleting_take_nothing_else(CardTokenAction action) =>
        Fields(Stored(action) with { PanBank = "SCB", PanExpiry = "1227" }).ShouldBe(["panBank", "panExpiry"]);

    [Theory]
    [InlineData("1126", true)]
    [InlineData("0127", true)]
    [InlineData("1026", false)]
    [InlineData("1225", false)]
    [InlineData("1327", false)]
    [InlineData("0027", false)]
    [InlineData("127", false)]
    [InlineData("1/27", false)]
    [InlineData("๑๒27", false)]
    public void A_card_is_good_until_the_end_of_its_month(string expiry, bool isGood) =>
        Fields(Add() with { PanExpiry = expiry }).ShouldBe(isGood ? [] : ["panExpiry"]);

    [Theory]
    [InlineData("TH", true)]
    [InlineData("th", false)]
    [InlineData("XX", false)]
    [InlineData("UK", false)]
    public void Countries_are_those_of_ISO_3166(string country, bool isOne) =>
        Fields(Add() with { PanCountry = country }).ShouldBe(isOne ? [] : ["panCountry"]);

    [Theory]
    [InlineData("702", true)]
    [InlineData("SGD", false)]
    [InlineData("000", false)]
    public void Currencies_are_the_numbers_of_ISO_4217(string currency, bool isOne) =>
        Fields(Add() with { PanCurrency = currency }).ShouldBe(isOne ? [] : ["panCurrency"]);

    [Theory]
    [InlineData("O'Neil-Smith, J.R. & Co_X", true)]
    [InlineData("Somchai 2", false)]
    [InlineData("สมชาย", false)]
    [InlineData("José", false)]
    public void Names_have_the_published_characters_and_spaces(string name, bool isOne) =>
        Fields(Add() with { CardholderName = name }).ShouldBe(isOne ? [] : ["cardholderName"]);

    [Theory]
    [InlineData("a.b+c@shop.example", true)]
    [InlineData("a@shop", false)]
    [InlineData("a@@shop.example", false)]
    [InlineData("a@shop.example;b@shop.example", false)]
    [InlineData("a b@shop.example", false)]
    [InlineData(".a@shop.example", false)]
    [InlineData("a@-shop.example", false)]
    public void An_email_is_one_address(string email, bool isOne) =>
        Fields(Add() with { CardholderEmail = email }).ShouldBe(isOne ? [] : ["cardholderEmail"]);

    [Fact]
    public void Control_characters_are_refused() => Fields(Add() with { PanBank = "a\nb" }).ShouldBe(["panBank"]);

    private static CardTokenRequest Add() => new() { Action = CardTokenAction.Add, Pan = new CardNumber("4111111111111111") };

    private static CardTokenRequest Stored(CardTokenAction action) => new() { Action = action, StoreCardUniqueId = "1001" };

    private static IEnumerable<string> Fields(CardTokenRequest request) =>
        CardTokenRequestValidator.Validate(request, Now).Select(error => error.Field);
}
