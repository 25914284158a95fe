using CsCheck;
using TwoC2P.Envelopes;

namespace TwoC2P.Tests.Envelopes;

public class Base64TextTests
{
    [Theory]
    [InlineData("+/+/+w==")]
    [InlineData(" / / w==")]
    [InlineData("+/+/+w")]
    [InlineData("+/\r\n+/\t+w==")]
    [InlineData("\r\n+/+/+w== \r\n")]
    public void Damage_by_forms_and_line_wrappers_is_mended(string text)
    {
        var sut = Base64Text.Decode(text.StartsWith(' ') ? $"+{text[1..]}" : text);

        sut.ShouldBe([0xFB, 0xFF, 0xBF, 0xFB]);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("PFBh*")]
    [InlineData("A")]
    [InlineData("PF=Bh")]
    [InlineData("====")]
    [InlineData("========")]
    [InlineData("A===")]
    [InlineData("ไทย")]
    public void What_is_no_Base64_is_nothing(string text) => Base64Text.Decode(text).ShouldBeNull();

    [Fact]
    public void A_last_plus_that_became_a_space_is_not_lost() =>
        Base64Text.Decode("c2U ").ShouldBe([(byte)'s', (byte)'e', (byte)'>']);

    [Theory]
    [InlineData("c2U+ ")]
    [InlineData("c2U+\0\0")]
    [InlineData("c2U \0\r\n")]
    [InlineData("\uFEFFc2U+")]
    [InlineData(" \0\uFEFF c2U+ \t")]
    public void What_stands_around_a_text_is_no_part_of_it(string text) =>
        Base64Text.Decode(text).ShouldBe([(byte)'s', (byte)'e', (byte)'>']);

    [Fact]
    public void Any_envelope_survives_a_form_that_turns_pluses_into_spaces() =>
        Gen.Byte.Array.Sample(tail =>
        {
            byte[] content = [.. "<P"u8, .. tail];

            var sut = Base64Text.Decode(Convert.ToBase64String(content).Replace('+', ' '));

            return sut!.SequenceEqual(content);
        });
}
