using System.Xml.Linq;
using CsCheck;
using TwoC2P.Messages;

namespace TwoC2P.Tests.Messages;

public class XmlMenderTests
{
    [Theory]
    [InlineData("Smith & Sons", "Smith \uFFFD Sons")]
    [InlineData("Smith &Sons", "Smith \uFFFDSons")]
    [InlineData("a && b", "a \uFFFD\uFFFD b")]
    [InlineData("a&nbsp;b", "a\uFFFDb")]
    [InlineData("a&copy;b", "a\uFFFDb")]
    [InlineData("a&#1;b", "a\uFFFDb")]
    [InlineData("a&#x1;b", "a\uFFFDb")]
    [InlineData("a&#xFFFF;b", "a\uFFFDb")]
    [InlineData("a&#xD800;b", "a\uFFFDb")]
    [InlineData("a&#99999999999;b", "a\uFFFDb")]
    [InlineData("a&#;b", "a\uFFFDb")]
    [InlineData("a&b c;d", "a\uFFFDb c;d")]
    [InlineData("a\u0001b\u0000c\u001Fd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("1 < 2", "1 \uFFFD 2")]
    [InlineData("1 <2 <<3", "1 \uFFFD2 \uFFFD\uFFFD3")]
    public void What_XML_cannot_hold_becomes_a_replacement_character(string pasted, string shown)
    {
        XElement.Parse(XmlMender.Mend($"<respDesc>{pasted}</respDesc>")).Value.ShouldBe(shown);
        var attribute = pasted.Replace('"', ' ');
        XElement
            .Parse(XmlMender.Mend($"<refund userDefined1=\"{attribute}\"/>"))
            .Attribute("userDefined1")!
            .Value.ShouldBe(shown);
    }

    [Theory]
    [InlineData("<a>&amp;&lt;&gt;&quot;&apos;&#9;&#65;&#x41;&#x1F600;</a>")]
    [InlineData("<a><![CDATA[ & < &nbsp; ]]></a>")]
    [InlineData("<a><!-- & < &nbsp; --></a>")]
    [InlineData("<?xml version=\"1.0\"?><?note a & b?><p:a xmlns:p='urn:x'>ก\uD83D\uDE00\t\r\n</p:a>")]
    [InlineData("<a b='x > y' c=\"]]&gt;\"/>")]
    public void What_is_well_formed_is_not_touched(string xml) => XmlMender.Mend(xml).ShouldBe(xml);

    [Fact]
    public void No_text_of_an_XML_writer_is_touched() =>
        Gen.Char["&<>\"' ]a0/+กขไ!-?[\t\uD7FF\uE000"]
            .Array.Select(characters => new string(characters))
            .Sample(text =>
            {
                var xml = new XElement("a", new XAttribute("b", text), text).ToString(SaveOptions.DisableFormatting);

                XmlMender.Mend(xml).ShouldBe(xml);
            });

    [Fact]
    public void Anything_takes_time_that_grows_with_its_length_only()
    {
        foreach (var piece in new[] { "<!--", "<![CDATA[", "<?", "&", "&a", "<", "\u0001", "&#" })
            XmlMender.Mend(string.Concat(Enumerable.Repeat(piece, 200_000))).Length.ShouldBePositive();
    }
}
