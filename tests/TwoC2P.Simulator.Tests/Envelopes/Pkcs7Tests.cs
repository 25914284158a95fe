using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Envelopes;

public sealed class Pkcs7Tests
{
    private const string TripleDes = "1.2.840.113549.3.7";

    /// <summary>The vectors were encrypted to merchant.pfx with openssl cms; here that key plays the gateway.</summary>
    [Theory]
    [InlineData("response.der.b64")]
    [InlineData("response.ber.b64")]
    [InlineData("response.aes256.b64")]
    public void Envelopes_made_by_OpenSSL_are_opened(string file)
    {
        using var key = new GatewayKey(() => Pfx("merchant.pfx"));
        var sut = new Pkcs7Envelope(key);

        var content = sut.Open(Text(file));

        Encoding.UTF8.GetString(content!).ShouldBe(Text("response.xml"));
    }

    [Theory]
    [InlineData(TripleDes)]
    [InlineData("2.16.840.1.101.3.4.1.2")]
    [InlineData("2.16.840.1.101.3.4.1.22")]
    [InlineData("2.16.840.1.101.3.4.1.42")]
    public async Task A_request_in_each_accepted_cipher_is_answered_in_triple_DES_to_the_merchant(string cipher)
    {
        await using var sut = await WithGatewayKeyAsync();
        var invoiceNo = await sut.InvoiceAsync();

        var text = await sut.PostAsync(
            SimulatorHost.Pkcs7Path,
            Encrypt(PaymentRequest.Inquiry(invoiceNo).Xml(), cipher, Pem("gateway.cert.pem"))
        );

        var cms = new EnvelopedCms();
        cms.Decode(Convert.FromBase64String(text));
        cms.ContentEncryptionAlgorithm.Oid.Value.ShouldBe(TripleDes);
        var answer = Decrypt(cms);
        answer.RespCode.ShouldBe("00");
        answer.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("1.3.14.3.2.7")]
    [InlineData("1.2.840.113549.3.2")]
    public async Task A_cipher_that_is_not_accepted_cannot_be_decrypted(string cipher)
    {
        await using var sut = await WithGatewayKeyAsync();

        var text = await sut.PostAsync(
            SimulatorHost.Pkcs7Path,
            Encrypt(PaymentRequest.Inquiry("X").Xml(), cipher, Pem("gateway.cert.pem"))
        );

        Answer.Open(text).RespCode.ShouldBe("96");
    }

    [Fact]
    public async Task A_request_to_another_key_or_without_encryption_cannot_be_decrypted()
    {
        await using var sut = await WithGatewayKeyAsync();
        var request = PaymentRequest.Inquiry("INV-SETTLED-1");

        var foreign = await sut.PostAsync(SimulatorHost.Pkcs7Path, Encrypt(request.Xml(), TripleDes, Pem("merchant.cert.pem")));
        var plain = await sut.PostAsync(SimulatorHost.Pkcs7Path, request.Base64());

        Answer.Open(foreign).RespCode.ShouldBe("96");
        Answer.Open(plain).RespCode.ShouldBe("96");
        Answer.Open(plain)["hashValue"].ShouldBe("");
    }

    [Fact]
    public async Task A_merchant_who_is_not_known_is_told_so_in_plain_Base64()
    {
        await using var sut = await WithGatewayKeyAsync();
        var request = PaymentRequest.Inquiry("INV-SETTLED-1") with { MerchantId = "NOBODY" };

        var text = await sut.PostAsync(SimulatorHost.Pkcs7Path, Encrypt(request.Xml(), TripleDes, Pem("gateway.cert.pem")));

        Answer.Open(text).RespCode.ShouldBe("14");
        Answer.Open(text)["hashValue"].ShouldBe("");
    }

    [Fact]
    public async Task Nothing_is_done_for_a_merchant_without_a_certificate()
    {
        await using var sut = await SimulatorHost.StartAsync(
            null,
            "--gateway-pfx",
            Vector("gateway.pfx"),
            "--gateway-pfx-password",
            "2c2p"
        );
        var invoiceNo = await sut.InvoiceAsync();

        var text = await sut.PostAsync(
            SimulatorHost.Pkcs7Path,
            Encrypt(PaymentRequest.Refund(invoiceNo, "1.00").Xml(), TripleDes, Pem("gateway.cert.pem"))
        );

        Answer.Open(text).RespCode.ShouldBe("96");
        (await sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().Count.ShouldBe(0);
        (await sut.CallsAsync(invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Every_API_of_the_address_is_answered_in_its_envelope()
    {
        await using var sut = await WithGatewayKeyAsync();
        ApiRequest[] requests =
        [
            ApiRequest.Card("I", "260121085327001000"),
            ApiRequest.Plan("I", "156142"),
            ApiRequest.Options(),
        ];

        var answers = new List<string>();
        foreach (var request in requests)
        {
            var text = await sut.PostAsync(SimulatorHost.Pkcs7Path, Encrypt(request.Xml(), TripleDes, Pem("gateway.cert.pem")));
            var cms = new EnvelopedCms();
            cms.Decode(Convert.FromBase64String(text));
            answers.Add(Decrypt(cms).RespCode);
        }

        answers.ShouldBe(["00", "00", "00"]);
        var calls = (await sut.ReadAsync("calls")).AsArray();
        calls.Select(call => call!["envelope"]!.GetValue<string>()).ShouldAllBe(envelope => envelope == "Pkcs7");
    }

    [Fact]
    public async Task Without_a_key_file_a_key_is_made_and_its_certificate_handed_out()
    {
        await using var sut = await SimulatorHost.StartAsync();
        var invoiceNo = await sut.InvoiceAsync();
        using var gateway = X509Certificate2.CreateFromPem(await sut.Client.GetStringAsync("/_control/gateway-certificate"));
        using var registered = await sut.Client.PutAsync(
            "/_control/merchants/JT01/certificate",
            new StringContent(Text("merchant.cert.pem"))
        );
        registered.EnsureSuccessStatusCode();

        var text = await sut.PostAsync(
            SimulatorHost.Pkcs7Path,
            Encrypt(PaymentRequest.Inquiry(invoiceNo).Xml(), TripleDes, gateway)
        );

        var cms = new EnvelopedCms();
        cms.Decode(Convert.FromBase64String(text));
        Decrypt(cms).RespCode.ShouldBe("00");
    }

    [Fact]
    public async Task A_pending_refund_is_notified_in_the_envelope_of_its_request()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await WithGatewayKeyAsync();
        var invoiceNo = await sut.InvoiceAsync(channel: "apm");
        var request = PaymentRequest.Refund(invoiceNo, "5.00") with { NotifyUrl = receiver.Url };
        await sut.PostAsync(SimulatorHost.Pkcs7Path, Encrypt(request.Xml(), TripleDes, Pem("gateway.cert.pem")));

        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });

        var body = (await receiver.WaitForAsync(1))[0];
        var cms = new EnvelopedCms();
        cms.Decode(Convert.FromBase64String(Uri.UnescapeDataString(body["notifyResponse=".Length..])));
        var notice = Decrypt(cms);
        notice.Status.ShouldBe("RF");
        notice.IsSigned().ShouldBeTrue();
    }

    private static Task<SimulatorHost> WithGatewayKeyAsync() =>
        SimulatorHost.StartAsync(
            null,
            "--gateway-pfx",
            Vector("gateway.pfx"),
            "--gateway-pfx-password",
            "2c2p",
            "--merchant-cert",
            $"JT01={Vector("merchant.cert.pem")}"
        );

    private static string Encrypt(string xml, string cipher, X509Certificate2 to)
    {
        var cms = new EnvelopedCms(new ContentInfo(Encoding.UTF8.GetBytes(xml)), new AlgorithmIdentifier(new Oid(cipher)));
        cms.Encrypt(new CmsRecipient(to));
        return Convert.ToBase64String(cms.Encode());
    }

    private static Answer Decrypt(EnvelopedCms cms)
    {
        using var merchant = Pfx("merchant.pfx");
        cms.Decrypt(cms.RecipientInfos[0], merchant.GetRSAPrivateKey()!);
        return new Answer(Encoding.UTF8.GetString(cms.ContentInfo.Content));
    }

    private static X509Certificate2 Pem(string file) => X509CertificateLoader.LoadCertificateFromFile(Vector(file));

    private static X509Certificate2 Pfx(string file) => X509CertificateLoader.LoadPkcs12FromFile(Vector(file), "2c2p");

    private static string Text(string file) => File.ReadAllText(Vector(file));

    private static string Vector(string file) => Path.Combine(AppContext.BaseDirectory, "vectors", "pkcs7", file);
}
