using System.Text;
using System.Text.Json;
using CsCheck;
using TwoC2P.CardTokens;
using TwoC2P.Codes;

namespace TwoC2P.Tests.CardTokens;

public class CardNumberTests
{
    private const string Pan = "4111111111111111";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key of 32 bytes for the tests!");

    [Fact]
    public void Its_text_and_JSON_forms_show_no_digit()
    {
        using var sut = new CardNumber(Pan);

        sut.ToString().ShouldBe("CardNumber (hidden)");
        JsonSerializer.Serialize(sut).ShouldBe("{}");
        JsonSerializer.Serialize(new { sut }).ShouldNotContain("4");
        typeof(CardNumber).GetProperties().ShouldBeEmpty();
        typeof(CardNumber).GetFields().ShouldBeEmpty();
    }

    [Fact]
    public void Disposing_clears_it()
    {
        var sut = new CardNumber(Pan);

        sut.Dispose();

        sut.Reveal().ShouldNotContain("1");
        sut.Problem().ShouldNotBeNull();
    }

    [Fact]
    public void The_keyed_hash_tells_equal_numbers_and_depends_on_the_key()
    {
        using var sut = new CardNumber(Pan);
        using var same = new CardNumber(Pan);
        using var other = new CardNumber("378282246310005");

        sut.KeyedHash(Key).ShouldBe(same.KeyedHash(Key));
        sut.KeyedHash(Key).ShouldNotBe(other.KeyedHash(Key));
        sut.KeyedHash(Key).ShouldNotBe(sut.KeyedHash(Key.AsSpan(1)));
    }

    [Theory]
    [InlineData("411111XXXXXX1111", true)]
    [InlineData("XXXXXXXXXXXX1111", true)]
    [InlineData("41111111****1111", true)]
    [InlineData("411111XXXXXX1112", false)]
    [InlineData("421111XXXXXX1111", false)]
    [InlineData("11111111111111111111", false)]
    public void A_masked_number_fits_when_its_ends_do(string masked, bool fits)
    {
        using var sut = new CardNumber(Pan);

        sut.Fits(masked).ShouldBe(fits);
    }

    [Fact]
    public void Changing_any_one_digit_breaks_the_check_digit() =>
        Gen.Select(Gen.Int[0, Pan.Length - 1], Gen.Int[1, 9])
            .Sample(
                (place, by) =>
                {
                    var digits = Pan.ToCharArray();
                    digits[place] = (char)('0' + ((digits[place] - '0' + by) % 10));

                    Luhn.IsValid(digits).ShouldBeFalse();
                }
            );
}
