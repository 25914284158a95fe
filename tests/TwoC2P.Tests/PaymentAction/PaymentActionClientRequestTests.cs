using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Xml.Linq;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentActionClientRequestTests
{
    [Fact]
    public async Task The_body_is_one_percent_encoded_form_field()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        await sut.SendAsync(gateway);

        var request = gateway.Requests.ShouldHaveSingleItem();
        request.Head.ShouldStartWith("POST /PaymentActionV2/PaymentProcess.aspx HTTP/1.1");
        request.Header("Content-Type").ShouldBe("application/x-www-form-urlencoded");
        request.Body.ShouldStartWith("paymentRequest=");
        request.Body["paymentRequest=".Length..].ShouldMatch("^[A-Za-z0-9%]+$");
    }

    [Theory]
    [InlineData("traceparent")]
    [InlineData("Expect")]
    [InlineData("Cookie")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Accept-Encoding")]
    public async Task No_header_is_sent_that_nobody_asked_for(string header)
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        using var activity = new System.Diagnostics.Activity("caller").Start();

        await sut.SendAsync(gateway);

        gateway.Requests.ShouldHaveSingleItem().Header(header).ShouldBeNull();
    }

    [Fact]
    public async Task The_message_has_the_published_order_the_merchants_time_and_the_right_hash()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var refund = ClientUnderTest.Refund(0.01m) with { InvoiceNo = "20180622105" };

        await sut.SendAsync(gateway, refund);

        // 17:04:09 UTC is five past midnight of the next day in Bangkok.
        XmlOf(gateway)
            .ShouldBe(
                "<PaymentProcessRequest><version>3.4</version><timeStamp>061126000409</timeStamp><merchantID>JT01</merchantID>"
                    + "<processType>R</processType><invoiceNo>20180622105</invoiceNo><actionAmount>0.01</actionAmount>"
                    + "<hashValue>D09A9DC74CAD7CDFAD18C0119F2AD277DBE22DE5</hashValue></PaymentProcessRequest>"
            );
    }

    [Fact]
    public async Task All_optional_fields_travel_in_order_and_are_hashed_before_they_are_escaped()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var refund = new PaymentProcessRequest
        {
            ProcessType = ProcessType.Refund,
            InvoiceNo = "INV-ไทย-01",
            ActionAmount = Money.FromAmount(10),
            BankAccount = new BankAccount("SCB", "สมชาย & Sons", "1234567890"),
            SubMerchants = [new("SUB01", Money.FromAmount(6)), new("SUB02", Money.FromAmount(4))],
            NotifyUrl = "https://shop.example/n?a=1&b=2",
        };

        await sut.SendAsync(gateway, refund);

        var xml = XmlOf(gateway);
        xml.ShouldContain(
            "<accountName>สมชาย &amp; Sons</accountName><accountNumber>1234567890</accountNumber><subMerchantList>"
        );
        xml.ShouldContain(
            "<subMerchant subMID=\"SUB01\" subAmount=\"6.00\" /><subMerchant subMID=\"SUB02\" subAmount=\"4.00\" />"
        );
        xml.ShouldContain("</subMerchantList><notifyURL>https://shop.example/n?a=1&amp;b=2</notifyURL><hashValue>");
        XElement.Parse(xml).Element("hashValue")!.Value.ShouldBe("9C1A3D8E0C1B1E502F026381843F5BC1F12CB82B");
    }

    [Fact]
    public async Task A_refund_with_user_defined_texts_has_the_hash_of_its_vector()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var refund = new PaymentProcessRequest
        {
            ProcessType = ProcessType.Refund,
            InvoiceNo = "20180622105",
            ActionAmount = Money.FromAmount(10),
            BankAccount = new BankAccount("SCB", "SOMCHAI", "1234567890"),
            SubMerchants = [new("SUB01", Money.FromAmount(6)), new("SUB02", Money.FromAmount(4))],
            NotifyUrl = "https://m.example/n",
            UserDefined = ["u1", "u2", "u3", "u4", "u5"],
        };

        await sut.SendAsync(gateway, refund);

        XmlOf(gateway).ShouldContain("<hashValue>284C0BC51B817208595CF0974A2149DFB7ED2BB8</hashValue>");
    }

    [Fact]
    public async Task User_defined_texts_keep_their_places()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        await sut.SendAsync(gateway, ClientUnderTest.Refund() with { UserDefined = ["one", null, "three"] });

        XmlOf(gateway)
            .ShouldContain("</actionAmount><userDefined1>one</userDefined1><userDefined3>three</userDefined3><hashValue>");
    }

    [Theory]
    [InlineData(ProcessType.Inquiry, "A4AA753A3C08C05E001BA42C1B9D66DCAEC0DD20", "Invoice1401872337")]
    [InlineData(ProcessType.Void, "7387D50EB6C2FC5DB89C2B5E76160FBCD677E346", "Test051115184517799")]
    [InlineData(ProcessType.RefundStatus, "31FBC4943CB38D7A429C74C416D94CA8C2DA1678", "20180622105")]
    public async Task Requests_without_an_amount_have_the_hash_of_their_vector(ProcessType type, string hash, string invoice)
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        await sut.SendAsync(gateway, new PaymentProcessRequest { ProcessType = type, InvoiceNo = invoice });

        XmlOf(gateway).ShouldEndWith($"</invoiceNo><hashValue>{hash}</hashValue></PaymentProcessRequest>");
    }

    [Fact]
    public async Task The_first_secret_key_signs()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var keys = new GatewayKeys { SecretKeys = [new SecretKey("v2", Vectors.SecretKey), new SecretKey("v1", "previous")] };
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, keys: keys);
        var inquiry = new PaymentProcessRequest { ProcessType = ProcessType.RefundStatus, InvoiceNo = "20180622105" };

        await sut.Client.SendAsync(merchant, inquiry, ClientUnderTest.Deadline, default);

        XmlOf(gateway).ShouldContain("31FBC4943CB38D7A429C74C416D94CA8C2DA1678");
    }

    [Fact]
    public async Task A_PKCS7_merchant_sends_to_the_gateways_certificate_and_reads_with_its_own_key()
    {
        using var gatewayKey = Vectors.Pfx("gateway");
        using var gatewayCertificate = Vectors.Certificate("gateway");
        using var merchantKey = Vectors.Pfx("merchant");
        await using var gateway = ScriptedGateway.Answering($" {Vectors.Text("pkcs7/response.ber.b64")}\r\n");
        await using var sut = new ClientUnderTest();
        var keys = new GatewayKeys
        {
            SecretKeys = [new SecretKey("v2", Vectors.SecretKey)],
            GatewayCertificate = gatewayCertificate,
            MerchantCertificates = [merchantKey],
        };
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, EnvelopeKind.Pkcs7, keys);
        var refund = ClientUnderTest.Refund(0.01m) with { InvoiceNo = "20180622105" };

        var outcome = await sut.Client.SendAsync(merchant, refund, ClientUnderTest.Deadline, default);

        var answer = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>();
        answer.Response.RefundReferenceNo.ShouldBe("3598743");
        var cms = new EnvelopedCms();
        cms.Decode(Convert.FromBase64String(gateway.Requests.ShouldHaveSingleItem().Envelope));
        cms.Decrypt(
            cms.RecipientInfos[0],
            System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(gatewayKey)
        );
        Encoding.UTF8.GetString(cms.ContentInfo.Content).ShouldContain("<actionAmount>0.01</actionAmount>");
    }

    [Fact]
    public async Task A_PKCS7_merchant_without_the_gateways_certificate_is_a_mistake_that_says_what_is_missing()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, EnvelopeKind.Pkcs7);

        var mistake = await Should.ThrowAsync<InvalidOperationException>(
            sut.Client.SendAsync(merchant, ClientUnderTest.Refund(), ClientUnderTest.Deadline, default)
        );

        mistake.Message.ShouldContain("2C2P's certificate");
        gateway.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merchant_without_a_secret_key_is_a_mistake_that_says_what_is_missing()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint, keys: new GatewayKeys { SecretKeys = [] });

        var mistake = await Should.ThrowAsync<InvalidOperationException>(
            sut.Client.SendAsync(merchant, ClientUnderTest.Refund(), ClientUnderTest.Deadline, default)
        );

        mistake.Message.ShouldContain("secret key");
        gateway.Requests.ShouldBeEmpty();
    }

    private static string XmlOf(ScriptedGateway gateway) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(gateway.Requests.ShouldHaveSingleItem().Envelope));
}
