using System.Text;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Tests.Messages;

public sealed class XmlMessageTests
{
    [Fact]
    public void Names_are_read_in_any_case_and_values_exactly()
    {
        var sut = Read("<?xml version=\"1.0\"?><Root><MERCHANTid> JT &amp; 01 </MERCHANTid><a> </a></Root>");

        sut!["merchantID"].ShouldBe(" JT & 01 ");
        sut["a"].ShouldBe(" ");
        sut["absent"].ShouldBe("");
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<open>")]
    [InlineData("<!DOCTYPE r [<!ENTITY e \"x\">]><r>&e;</r>")]
    [InlineData("<!DOCTYPE r SYSTEM \"http://127.0.0.1/x.dtd\"><r/>")]
    [InlineData("<r><a>1</a><A>2</A></r>")]
    [InlineData("")]
    public void A_document_that_is_not_safe_and_unambiguous_is_not_a_message(string xml)
    {
        Read(xml).ShouldBeNull();
    }

    [Theory]
    [InlineData("1.00", true)]
    [InlineData("9999999999.99", true)]
    [InlineData("10000000000.00", false)]
    [InlineData("0.00", false)]
    [InlineData("1", false)]
    [InlineData("1.0", false)]
    [InlineData("1.000", false)]
    [InlineData("01.00", false)]
    [InlineData("000000123456", false)]
    [InlineData("0000001.00", false)]
    [InlineData("-1.00", false)]
    [InlineData("1e3", false)]
    [InlineData("1,000.00", false)]
    [InlineData(" 1.00", false)]
    [InlineData("1.00\n", false)]
    [InlineData("١.٠٠", false)]
    public void An_amount_is_plain_with_two_decimals_and_above_zero(string text, bool isAmount)
    {
        AmountText.TryRead(text).HasValue.ShouldBe(isAmount);
    }

    private static XmlMessage? Read(string xml) => XmlMessage.TryRead(Encoding.UTF8.GetBytes(xml));
}
