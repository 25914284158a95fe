using CsCheck;
using PaymentGateway.Http.Requests;

namespace Functions.Tests.Requests;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("411111XXXXXX1111", "411111XXXXXX1111")]
    [InlineData("XXXXXXXXXXXX1111", "XXXXXXXXXXXX1111")]
    [InlineData("4111111111111111", "411111XXXXXX1111")]
    [InlineData("4111 1111 1111 1111", "4111 11XX XXXX 1111")]
    [InlineData("4111111XXXXX1111", "411111XXXXXX1111")]
    public void a_masked_number_shows_at_most_six_and_four_digits(string? sent, string? shown)
    {
        CardNumbers.Mask(sent).ShouldBe(shown);
    }

    [Fact]
    public void whatever_was_sent_at_most_ten_digits_are_shown()
    {
        Gen.String[Gen.Char["0123456789X* "], 0, 40].Sample(sent => CardNumbers.Mask(sent)!.Count(char.IsDigit) <= 10);
    }

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("pan 5555-5555-5555-4444.", true)]
    [InlineData("378282246310005", true)]
    [InlineData("4111111111111111 12/27", true)]
    [InlineData("4111 1111 1111 1111 123", true)]
    [InlineData("2 4111111111111111", true)]
    [InlineData("2026-11-29 4111111111111111", true)]
    [InlineData("4111.1111.1111.1111", true)]
    [InlineData("4111_1111/1111-1111", true)]
    [InlineData("4111\u00A01111\u00A01111\u00A01111", true)]
    [InlineData("4111\u20131111\u20131111\u20131111", true)]
    [InlineData("4111\u200B1111\u200B1111\u200B1111", true)]
    [InlineData("4111\u202F1111\uFEFF1111\u00AD1111", true)]
    [InlineData("4111\n1111\t1111 \r\n 1111", true)]
    [InlineData("2026-11-29 10:00, order 123 45", false)]
    [InlineData("4111111111111112", false)]
    [InlineData("order 12345", false)]
    [InlineData("411111XXXXXX1111", false)]
    [InlineData("", false)]
    public void a_card_number_in_a_text_is_found_by_its_check_digit(string text, bool found)
    {
        CardNumbers.MayContainOne(text).ShouldBe(found);
    }
}
