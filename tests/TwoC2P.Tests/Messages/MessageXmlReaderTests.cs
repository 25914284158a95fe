using System.Text;
using CsCheck;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.Messages;

public class MessageXmlReaderTests
{
    [Fact]
    public void The_published_sample_with_its_typing_errors_mended_is_read()
    {
        var sut = Read(
            """
            <PaymentProcessResponse>
            <version>3.1</version>
            <timeStamp></timeStamp>
            <respCode>00</respCode>
            <respDesc></respDesc>
            <processType>RS</processType>
            <invoiceNo>INV 1 </invoiceNo>
            <amount></amount>
            <status></status>
            <approvalCode></approvalCode>
            <referenceNo></referenceNo>
            <transactionDateTime></transactionDateTime>
            <paidAgent></paidAgent>
            <paidChannel></paidChannel>
            <maskedPan></maskedPan>
            <eci></eci>
            <subMerchantList>
            <subMerchant subMID="M1" subAmount="1.00" />
            <subMerchant subMID="" subAmount="" />
            </subMerchantList>
            <refundList>
            <refund referenceNo="R1" status="" amount="" dateTime="" userDefined1="u" userDefined5=""/>
            <refund referenceNo="R2" status="" amount="" dateTime="" userDefined1="" userDefined5=""/>
            </refundList>
            <paymentScheme></paymentScheme>
            <processBy>VI</processBy>
            <hashValue></hashValue>
            </PaymentProcessResponse>
            """
        )!;

        sut["version"].ShouldBe("3.1");
        sut["invoiceNo"].ShouldBe("INV 1 ");
        sut["processBy"].ShouldBe("VI");
        sut.Items("subMerchantList").Select(item => item["subMID"]).ShouldBe(["M1", ""]);
        sut.Items("refundList").Select(item => item["referenceNo"]).ShouldBe(["R1", "R2"]);
        sut.Items("refundList")[0]["userDefined1"].ShouldBe("u");
    }

    [Fact]
    public void Letter_case_order_namespaces_comments_and_unknown_elements_do_not_matter()
    {
        var sut = Read(
            """
            <?xml version="1.0" encoding="utf-8"?><!-- x --><p:PAYMENTprocessRESPONSE xmlns:p="urn:x" extra="1">
            <HASHVALUE>ab</HASHVALUE><new><status>X</status></new>text<?pi?>
            <timestamp>1</timestamp><p:Status><![CDATA[R&F]]></p:Status>
            <REFUNDLIST><other/><Refund STATUS="RF" unknown="1"><AMOUNT>1.00</AMOUNT><more/></Refund></REFUNDLIST>
            </p:PAYMENTprocessRESPONSE>
            """
        )!;

        sut["hashValue"].ShouldBe("ab");
        sut["timeStamp"].ShouldBe("1");
        sut["status"].ShouldBe("R&F");
        var refund = sut.Items("refundList").ShouldHaveSingleItem();
        refund["status"].ShouldBe("RF");
        refund["amount"].ShouldBe("1.00");
    }

    [Theory]
    [InlineData("<status>RF</status><status>RR</status>")]
    [InlineData("<status>RF</status><STATUS>RF</STATUS>")]
    [InlineData("<hashValue>a</hashValue><hashValue>b</hashValue>")]
    [InlineData("<refundList/><refundList><refund status='RF'/></refundList>")]
    [InlineData("<refundList><refund status='RF' Status='RR'/></refundList>")]
    [InlineData("<refundList><refund status='RF'><status>RR</status></refund></refundList>")]
    public void A_field_that_occurs_twice_makes_the_message_unreadable(string content) =>
        Read($"<PaymentProcessResponse>{content}</PaymentProcessResponse>").ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("PaymentProcessResponse")]
    [InlineData("<PaymentProcessRequest/>")]
    [InlineData("<PaymentProcessResponse>")]
    [InlineData("<PaymentProcessResponse><status>RF</PaymentProcessResponse>")]
    [InlineData("<PaymentProcessResponse/><PaymentProcessResponse/>")]
    [InlineData("<PaymentProcessResponse/>tail")]
    [InlineData("<PaymentProcessResponse><status><b>RF</b></status></PaymentProcessResponse>")]
    [InlineData("<PaymentProcessResponse><status>a <b</status></PaymentProcessResponse>")]
    [InlineData("<PaymentProcessResponse><!-- <status>RF</status></PaymentProcessResponse>")]
    public void What_is_no_well_formed_message_of_this_name_is_nothing(string xml) => Read(xml).ShouldBeNull();

    [Theory]
    [InlineData("<!DOCTYPE PaymentProcessResponse>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>")]
    public void Document_types_are_refused_before_they_can_do_anything(string documentType)
    {
        Read($"{documentType}<PaymentProcessResponse><status>&e;&c;</status></PaymentProcessResponse>").ShouldBeNull();
        Read($"{documentType}<PaymentProcessResponse><status>RF</status></PaymentProcessResponse>").ShouldBeNull();
    }

    [Fact]
    public void A_message_beyond_the_bound_is_refused()
    {
        var filler = new string('x', MessageXmlReader.MaxCharacters);

        Read($"<PaymentProcessResponse><respDesc>{filler}</respDesc></PaymentProcessResponse>").ShouldBeNull();
        Read($"<PaymentProcessResponse><respDesc>{filler[..^100]}</respDesc></PaymentProcessResponse>").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(50_000, false)]
    public void What_nobody_knows_is_skipped_unless_it_is_deep(int levels, bool isRead)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));

        var sut = Read($"<PaymentProcessResponse>{deep}<status>RF</status></PaymentProcessResponse>");

        sut?["status"].ShouldBe("RF");
        (sut is not null).ShouldBe(isRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("status")]
    [InlineData("unknown")]
    public void An_element_has_few_attributes_of_no_great_length(string where)
    {
        string Message(string attributes) =>
            $"<PaymentProcessResponse {(where == "" ? attributes : "")}><status {(where == "status" ? attributes : "")}>RF</status><unknown {(where == "unknown" ? attributes : "")}/></PaymentProcessResponse>";
        string Many(int count) => string.Concat(Enumerable.Range(0, count).Select(number => $"a{number}=\"\" "));
        string Long(int length) => $"a=\"{new string('x', length)}\"";

        Read(Message(Many(64))).ShouldNotBeNull();
        Read(Message(Long(64 * 1024))).ShouldNotBeNull();
        Read(Message(Many(65))).ShouldBeNull();
        Read(Message(Long(64 * 1024 + 1))).ShouldBeNull();
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_shown_as_replacement_characters()
    {
        byte[] bytes = [.. "<PaymentProcessResponse><status>"u8, 0xC3, 0x28, .. "</status></PaymentProcessResponse>"u8];

        MessageXmlReader.Read(bytes, PaymentProcessLayouts.Response)!["status"].ShouldBe("\uFFFD(");
    }

    [Fact]
    public void Noise_never_throws() =>
        Gen.Char["<>/=\"'&;! PaymentrocsR\u0000\uD800"]
            .Array.Sample(noise =>
            {
                // The noise never closes the root element, so that there is never a message in it.
                Read($"<PaymentProcessResponse>{new string(noise)}").ShouldBeNull();
            });

    [Fact]
    public void Whatever_is_written_is_read_again()
    {
        var texts = Gen.Char["&<>\"' ]a0/+กขไ]]>"].Array[0, 40].Select(characters => new string(characters));

        Gen.Select(texts, texts, texts)
            .Sample(
                (invoice, name, sub) =>
                {
                    var message = new WireMessage { ["invoiceNo"] = invoice, ["accountName"] = name };
                    message.SetItems("subMerchantList", [new WireItem { ["subMID"] = sub }]);

                    var sut = MessageXmlReader.Read(
                        MessageXmlWriter.Write(message, PaymentProcessLayouts.Request),
                        PaymentProcessLayouts.Request
                    )!;

                    sut["invoiceNo"].ShouldBe(invoice);
                    sut["accountName"].ShouldBe(name);
                    sut.Items("subMerchantList").ShouldHaveSingleItem()["subMID"].ShouldBe(sub);
                }
            );
    }

    [Fact]
    public void What_is_written_has_neither_a_declaration_nor_a_byte_order_mark()
    {
        var sut = MessageXmlWriter.Write(new WireMessage { ["version"] = "3.4" }, PaymentProcessLayouts.Request);

        Encoding.UTF8.GetString(sut).ShouldBe("<PaymentProcessRequest><version>3.4</version></PaymentProcessRequest>");
    }

    private static WireMessage? Read(string xml) =>
        MessageXmlReader.Read(Encoding.UTF8.GetBytes(xml), PaymentProcessLayouts.Response);
}
