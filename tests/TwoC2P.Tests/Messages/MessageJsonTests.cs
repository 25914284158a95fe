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
    [InlineData("""{"QPDeleteRes":{"resCode":"\ud800"}}""")]
    public void Anything_else_is_no_message(string json) => Read(json).ShouldBeNull();

    private static WireMessage? Read(string json) => MessageJson.Read(Encoding.UTF8.GetBytes(json), QuickPayLayouts.DeleteAnswer);
}
