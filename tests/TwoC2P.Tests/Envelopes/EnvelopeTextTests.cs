using System.Text;
using TwoC2P.Envelopes;

namespace TwoC2P.Tests.Envelopes;

public class EnvelopeTextTests
{
    private const string Header = "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9";

    /// <summary>What XML may begin and end with, and what gateways put around it.</summary>
    public static TheoryData<string> Beginnings =>
        [
            "<PaymentProcessResponse/>",
            "<paymentProcessResponse/>",
            "<p:PaymentProcessResponse xmlns:p='urn:x'/>",
            "<?xml version=\"1.0\"?><PaymentProcessResponse/>",
            "<!-- made by hand --><PaymentProcessResponse/>",
            " <PaymentProcessResponse/>",
            "\r\n<PaymentProcessResponse/>",
            "\t\n  <?xml version=\"1.0\"?>\n<PaymentProcessResponse/>",
            "\uFEFF<PaymentProcessResponse/>",
            "\uFEFF\r\n<PaymentProcessResponse/>",
            "\r\n\uFEFF<PaymentProcessResponse/>",
            "<PaymentProcessResponse/>\0\0\0",
            "<PaymentProcessResponse/>\r\n\0",
        ];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void XML_is_found_by_its_first_sign_whatever_stands_before_it(string content) =>
        EnvelopeText.Find(Base64(content)).Kind.ShouldBe(FoundEnvelope.Xml);

    [Theory]
    [InlineData("{0}")]
    [InlineData("\uFEFF{0}")]
    [InlineData("\uFEFF \r\n{0}\r\n")]
    [InlineData("{0}\0\0")]
    [InlineData("{0} \0")]
    public void What_stands_around_the_envelope_is_no_part_of_it(string around) =>
        EnvelopeText
            .Find(around.Replace("{0}", Base64("<a>b</a>"), StringComparison.Ordinal))
            .Bytes.ShouldBe(Encoding.UTF8.GetBytes("<a>b</a>"));

    [Theory]
    [InlineData("ber")]
    [InlineData("der")]
    [InlineData("aes256")]
    public void CMS_is_found_by_its_sequence(string form) =>
        EnvelopeText.Find(Vectors.Text($"pkcs7/response.{form}.b64")).Kind.ShouldBe(FoundEnvelope.Pkcs7);

    [Theory]
    [InlineData("{\"QPSendRes\":{}}")]
    [InlineData("\uFEFF\n{\"QPSendRes\":{}}\0")]
    public void JSON_is_found_by_its_brace(string content) =>
        EnvelopeText.Find(Base64(content)).Kind.ShouldBe(FoundEnvelope.Json);

    [Theory]
    [InlineData($"{Header}.eyJ4IjoxfQ.c2ln")]
    [InlineData($"\uFEFF{Header}.eyJ4IjoxfQ.c2ln\r\n")]
    [InlineData($"{Header}..")]
    [InlineData("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXY.Y2lwaGVy.dGFn")]
    [InlineData("ewogImFsZyI6ICJQUzI1NiIKfQ.eyJ4IjoxfQ.c2ln")]
    public void JOSE_tokens_are_known_for_what_they_are(string token) =>
        EnvelopeText.Find(token).Kind.ShouldBe(FoundEnvelope.Jose);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("<html><body>Service Unavailable</body></html>")]
    [InlineData($"{Header}.eyJ4IjoxfQ")]
    [InlineData("www.shop.example")]
    [InlineData("aGVsbG8.d29ybGQ.c2ln")]
    [InlineData("aGVsbG8gd29ybGQ=")]
    public void Anything_else_is_nothing(string text) => EnvelopeText.Find(text).Kind.ShouldBe(FoundEnvelope.None);

    private static string Base64(string content) => Convert.ToBase64String(Encoding.UTF8.GetBytes(content));
}
