using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.CardTokens;

namespace TwoC2P.Simulator.Tests.CardTokens;

public sealed class PanTests
{
    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("5555555555554444", true)]
    [InlineData("378282246310005", true)]
    [InlineData("4111111111111117", false)]
    [InlineData("41111111111111O1", false)]
    [InlineData("00000000000", false)]
    [InlineData("00000000000000000000", false)]
    public void A_number_has_its_length_and_its_check_digit(string text, bool expected)
    {
        Pan.IsValid(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("4111111111111111", "411111XXXXXX1111")]
    [InlineData("378282246310005", "378282XXXXX0005")]
    [InlineData("501800000009", "XXXXXXXX0009")]
    public void A_mask_leaves_ten_digits_at_most(string pan, string expected)
    {
        Pan.Mask(pan).ShouldBe(expected);
    }

    [Fact]
    public void New_ids_are_unique_and_never_pass_for_a_card_number()
    {
        var sut = new CardNumbers(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

        var ids = Enumerable.Range(0, 1000).Select(_ => sut.Next()).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Length == 18 && !Pan.IsValid(id));
    }
}
