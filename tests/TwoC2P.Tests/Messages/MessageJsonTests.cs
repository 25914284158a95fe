using System.Text;
using CsCheck;
using TwoC2P.Messages;
using TwoC2P.QuickPay;

namespace TwoC2P.Tests.Messages;

public class MessageJsonTests
{
    [Fact]
    public void Any_text_survives() =>
        Gen.OneOf(Gen.String, Gen.Const("\"\\ <&>' +"), Gen.Const("ใบแจ้งหนี้ 😀"))
            .Where(text => text.IsPlainText())
            .Sample(text =>
            {
                var message = new WireMessage { ["emailMessage"] = text };

                var sut = MessageJson.Read(MessageJson.Write(message, QuickPayLayouts.Send), QuickPayLayouts.Send)!;

                sut["emailMessage"].ShouldBe(text);
            });

    [Fact]
    public void Fields_without_a_value_are_sent_empty_as_in_the_published_sample() =>
        Encoding
            .UTF8.GetString(MessageJson.Write(new WireMessage { ["qpID"] = "1" }, QuickPayLayouts.Query))
            .ShouldBe("""{"QPQueryReq":{"version":"","merchantID":"","qpID":"1","timeStamp":"","hashValue":""}}""");

    [Theory]
    [InlineData("""{"QPDeleteRes":{"resCode":"000"}}""")]
    [InlineData("""{ "qpdeleteres" : { "RESCODE" : "000", "other": { "deep": [1] } } }""")]
    [InlineData("\uFEFF{\"QPDeleteRes\":{\"resCode\":\"000\",\"qpID\":null}}")]
    public void Letter_case_unknown_fields_and_a_byte_order_mark_do_no_harm(string json) =>
        Read(json)!["resCode"].ShouldBe("000");

    [Fact]
    public void Numbers_are_read_as_texts() => Read("""{"QPDeleteRes":{"qpID":231095}}""")!["qpID"].ShouldBe("231095");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"QPSendRes":{"resCode":"000"}}""")]
    [InlineData("""{"QPDeleteRes":[]}""")]
    [InlineData("""{"QPDeleteRes":{},"Other":{}}""")]
    [InlineData("""{"QPDeleteRes":{"resCode":"000","resCode":"000"}}""")]
    [InlineData("""{"QPDeleteRes":{"resCode":"000","RESCODE":"001"}}""")]
    [InlineData("""{"QPDeleteRes":{"resCode":{"a":1}}}""")]
    [InlineData("""{"QPDeleteRes":{"resCode":"000"}""")]
    public void Anything_else_is_no_message(string json) => Read(json).ShouldBeNull();

    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\nb")]
    [InlineData("a\\ud800b")]
    [InlineData("a\\udc00b")]
    [InlineData("a\\ud800\\ud800b", "a\uFFFDud800\uFFFDud800b")]
    [InlineData("a\\qb", "a\uFFFDqb")]
    public void What_is_no_text_is_shown_as_a_replacement_character(string sent, string? shown = null) =>
        Read(WithDescription(sent))!
            ["resDesc"]
            .ShouldBe(shown ?? (sent.Contains('\\', StringComparison.Ordinal) ? $"a\uFFFD{sent[2..]}" : "a\uFFFDb"));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_shown_so_too_and_do_no_harm_in_names()
    {
        byte[] bytes =
        [
            .. "{\"QPDeleteRes\":{\"resCode\":\"000\",\"x"u8,
            0xE9,
            .. "\":\"y\",\"resDesc\":\"caf"u8,
            0xE9,
            .. "\"}}\0"u8,
        ];

        MessageJson.Read(bytes, QuickPayLayouts.DeleteAnswer)!["resDesc"].ShouldBe("caf\uFFFD");
    }

    [Theory]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00\u0085", "\"\\/\b\f\n\r\tA\uD83D\uDE00\u0085")]
    public void Good_escapes_are_not_touched(string sent, string text) => Read(WithDescription(sent))!["resDesc"].ShouldBe(text);

    private static string WithDescription(string text) => "{\"QPDeleteRes\":{\"resCode\":\"000\",\"resDesc\":\"" + text + "\"}}";

    private static WireMessage? Read(string json) => MessageJson.Read(Encoding.UTF8.GetBytes(json), QuickPayLayouts.DeleteAnswer);
}
