using TwoC2P.Simulator.Envelopes;

namespace TwoC2P.Simulator.Tests.Envelopes;

public sealed class EnvelopeTextTests
{
    [Theory]
    [InlineData("+/8=", "fbff")]
    [InlineData("AA A", "000f80")]
    [InlineData("+/8", "fbff")]
    [InlineData("  +\r\n/\t8=\r\n", "fbff")]
    public void Base64_survives_form_decoding_and_wrapping(string text, string hex)
    {
        var bytes = EnvelopeText.TryDecode(text);

        Convert.ToHexStringLower(bytes!).ShouldBe(hex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml/>")]
    [InlineData("A")]
    public void Other_text_is_not_decoded(string text)
    {
        EnvelopeText.TryDecode(text).ShouldBeNull();
    }
}
