using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace TwoC2P.Tests.PaymentAction;

public class NotificationReaderTests
{
    private static readonly NotificationReader Sut = new();
    private static readonly SignedAnswer Final = new SignedAnswer("R", amount: "250.00")
        .With("status", "RF")
        .With("userDefined1", "~~~~???>>>");

    [Theory]
    [InlineData("notifyResponse={0}")]
    [InlineData("paymentResponse={0}")]
    [InlineData("a=b&notifyResponse={0}&c=d")]
    [InlineData("paymentResponse=PFg%2BPC9YPg%3D%3D&notifyResponse={0}")]
    [InlineData("{0}")]
    public void The_envelope_is_found_in_its_field_or_as_the_whole_body(string body)
    {
        var envelope = Uri.EscapeDataString(Final.ToBase64());

        var outcome = Read(body.Replace("{0}", envelope, StringComparison.Ordinal));

        var verified = outcome.ShouldBeOfType<NotificationOutcome.Verified>();
        verified.Response.Status.ShouldBe(TransactionStatus.RefundConfirmed);
        verified.Evidence.Form.ShouldBe(HashForm.Full);
    }

    [Theory]
    [InlineData("notifyResponse={0}")]
    [InlineData("{0}")]
    public void Raw_pluses_are_mended(string body)
    {
        var envelope = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Final.ToXml()}<!--~~~>>>-->"));
        envelope.ShouldContain("+");

        var outcome = Read(body.Replace("{0}", envelope, StringComparison.Ordinal));

        outcome.ShouldBeOfType<NotificationOutcome.Verified>();
    }

    [Fact]
    public void A_byte_order_mark_and_a_declaration_do_no_harm()
    {
        var outcome = Read(SignedAnswer.Base64($"\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?>{Final.ToXml()}"));

        outcome.ShouldBeOfType<NotificationOutcome.Verified>();
    }

    [Fact]
    public void A_PKCS7_envelope_opens_with_the_merchants_key_whatever_its_endpoint_takes()
    {
        using var merchantKey = Vectors.Pfx("merchant");
        var keys = new GatewayKeys
        {
            SecretKeys = [new SecretKey("v1", Vectors.SecretKey)],
            MerchantCertificates = [merchantKey],
        };
        var body = Encoding.ASCII.GetBytes($"notifyResponse={Vectors.Text("pkcs7/response.ber.b64")}");

        var outcome = Sut.Read(body, Merchant(keys));

        outcome.ShouldBeOfType<NotificationOutcome.Verified>().Response.RefundReferenceNo.ShouldBe("3598743");
    }

    [Fact]
    public void The_previous_key_still_verifies()
    {
        var keys = new GatewayKeys { SecretKeys = [new SecretKey("v2", "new"), new SecretKey("v1", Vectors.SecretKey)] };

        var outcome = Sut.Read(Encoding.ASCII.GetBytes(Final.ToBase64()), Merchant(keys));

        outcome.ShouldBeOfType<NotificationOutcome.Verified>().Evidence.KeyVersion.ShouldBe("v1");
    }

    [Fact]
    public void Forged_and_unsigned_messages_are_unverified()
    {
        var otherKey = new SignedAnswer("R", amount: "250.00") { Key = "forger" };
        var changed = Final.ToXml().Replace(">RF<", ">RR<", StringComparison.Ordinal);

        Read(otherKey.ToBase64()).ShouldBeOfType<NotificationOutcome.Unverified>();
        Read(SignedAnswer.Base64(Final.ToXml(withHash: false))).ShouldBeOfType<NotificationOutcome.Unverified>();
        Read(SignedAnswer.Base64(changed)).ShouldBeOfType<NotificationOutcome.Unverified>();
    }

    [Fact]
    public void A_list_that_the_hash_does_not_cover_is_dropped_and_the_rest_is_believed()
    {
        var covered = new SignedAnswer("RS").WithRefund(("referenceNo", "77"), ("status", "RF"));
        var uncovered = new SignedAnswer("RS") { HashCoversLists = false }.WithRefund(("referenceNo", "77"), ("status", "RF"));

        Read(covered.ToBase64()).ShouldBeOfType<NotificationOutcome.Verified>().Response.Refunds.Count.ShouldBe(1);
        var verified = Read(uncovered.ToBase64()).ShouldBeOfType<NotificationOutcome.Verified>();
        verified.Evidence.Form.ShouldBe(HashForm.WithoutLists);
        verified.Response.Refunds.ShouldBeEmpty();
    }

    /// <summary>2C2P's formula. Whoever decides by a callback has to ask what else its hash could be the hash of.</summary>
    [Theory]
    [InlineData("RF", "F", "3528643")]
    [InlineData("RF", "", "F3528643")]
    [InlineData("RF", "F3528643", "")]
    public void A_hash_does_not_tell_where_one_field_ends_and_the_next_begins(string status, string code, string reference)
    {
        var genuine = Callback("RFF", "", "3528643");
        var twin = Callback(status, code, reference);

        HashOf(twin).ShouldBe(HashOf(genuine));
        Read(twin.ToBase64()).ShouldBeOfType<NotificationOutcome.Verified>().Response.Status.Text.ShouldBe("RF");

        static SignedAnswer Callback(string status, string code, string reference) =>
            new SignedAnswer("R", amount: "250.00")
                .With("status", status)
                .With("approvalCode", code)
                .With("referenceNo", reference)
                .With("refundReferenceNo", "3598743");
        static string HashOf(SignedAnswer answer) => answer.ToXml().Split("<hashValue>")[1];
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("notifyResponse=")]
    [InlineData("notifyResponse=eyJhbGciOiJQUzI1NiJ9.eyJ9.c2ln")]
    [InlineData("notifyResponse=MIIB")]
    [InlineData("notifyResponse=PFg%2B")]
    [InlineData("{\"notifyResponse\":\"PFg+\"}")]
    [InlineData("=&=&&%zz%&notifyResponse=%")]
    public void A_body_without_a_message_is_unreadable(string body) =>
        Read(body).ShouldBeOfType<NotificationOutcome.Unreadable>();

    [Fact]
    public void A_body_of_noise_is_unreadable() =>
        Sut.Read(new byte[] { 0xFF, 0xFE, 0x00, 0x80, 0xC0 }, Merchant()).ShouldBeOfType<NotificationOutcome.Unreadable>();

    private static NotificationOutcome Read(string body) => Sut.Read(Encoding.UTF8.GetBytes(body), Merchant());

    private static GatewayMerchant Merchant(GatewayKeys? keys = null) =>
        ClientUnderTest.Merchant(new Uri("https://gateway.example/"), EnvelopeKind.Base64, keys);
}
