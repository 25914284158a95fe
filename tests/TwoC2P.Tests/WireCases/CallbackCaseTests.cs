using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace TwoC2P.Tests.WireCases;

/// <summary>Callbacks in the shapes that senders give them.</summary>
public class CallbackCaseTests
{
    private static readonly string Xml = new SignedAnswer("R", amount: "250.00").With("status", "RF").ToXml();

    /// <summary>Around the XML, inside the envelope.</summary>
    public static TheoryData<string> Insides =>
        [
            "{0}",
            "\r\n{0}",
            " {0}",
            "\t\n {0}\n",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>{0}",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n{0}",
            "\n<?xml version=\"1.0\"?>{0}",
            "<!-- sent by gateway 7 -->{0}",
            "\uFEFF{0}",
            "\uFEFF\n{0}",
            "{0}\0\0",
            "{0}\r\n\0\0\0",
        ];

    /// <summary>Around the envelope, in the body.</summary>
    public static TheoryData<string> Bodies =>
        [
            "notifyResponse={0}",
            "\uFEFFnotifyResponse={0}",
            "notifyResponse=\uFEFF{0}",
            "notifyResponse=%EF%BB%BF{0}",
            "notifyResponse={0}%00%00",
            "notifyResponse={0}\0\0",
            "notifyResponse={0}\r\n",
            "notifyResponse=&paymentResponse={0}",
            "notifyResponse=%20&paymentResponse={0}",
            "notifyResponse&paymentResponse={0}",
            "notifyResponse=&notifyResponse={0}",
            "paymentResponse=&notifyResponse={0}",
            "NOTIFYRESPONSE={0}",
            "notify%52esponse={0}",
            "{0}",
            "\uFEFF{0}",
            "\r\n{0}\r\n",
            "{0}\0",
        ];

    [Theory]
    [MemberData(nameof(Insides))]
    public void The_XML_is_found_whatever_stands_around_it(string inside)
    {
        var envelope = SignedAnswer.Base64(inside.Replace("{0}", Xml, StringComparison.Ordinal));

        ShouldBeTaken($"notifyResponse={Uri.EscapeDataString(envelope)}");
        ShouldBeTaken($"notifyResponse={envelope}");
        ShouldBeTaken(envelope);
    }

    [Theory]
    [InlineData("<PaymentProcessResponse>", "<paymentProcessResponse>")]
    [InlineData("<PaymentProcessResponse>", "<p:PaymentProcessResponse xmlns:p=\"urn:2c2p\">")]
    public void The_root_may_be_spelled_otherwise(string root, string spelled)
    {
        var name = spelled.Split(' ', '>')[0][1..];
        var xml = Xml.Replace(root, spelled, StringComparison.Ordinal)
            .Replace("</PaymentProcessResponse>", $"</{name}>", StringComparison.Ordinal);

        ShouldBeTaken($"notifyResponse={Uri.EscapeDataString(SignedAnswer.Base64(xml))}");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_envelope_is_found_whatever_stands_around_it(string body)
    {
        ShouldBeTaken(body.Replace("{0}", SignedAnswer.Base64(Xml), StringComparison.Ordinal));
        ShouldBeTaken(body.Replace("{0}", Uri.EscapeDataString(SignedAnswer.Base64(Xml)), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("12")]
    public void A_raw_plus_is_one_also_at_the_end(string invoiceNo)
    {
        // Three lengths of which one ends with it, whatever the rest is.
        var xml = new SignedAnswer("R", amount: "250.00", invoiceNo: $"INV{invoiceNo}").With("status", "RF").ToXml();
        var envelope = SignedAnswer.Base64(xml);

        ShouldBeTaken($"notifyResponse={envelope}");
        ShouldBeTaken($"notifyResponse={envelope.Replace('+', ' ')}");
        ShouldBeTaken($"notifyResponse={envelope.Replace("+", "%20", StringComparison.Ordinal)}");
        ShouldBeTaken(envelope.TrimEnd('='));
    }

    [Fact]
    public void A_third_of_all_messages_ends_with_a_plus() =>
        Enumerable
            .Range(0, 3)
            .Count(length => SignedAnswer.Base64($"<a>{new string('x', length)}</a>").EndsWith('+'))
            .ShouldBe(1);

    [Fact]
    public void A_split_refund_whose_hash_leaves_the_lists_out_is_taken_without_them()
    {
        var callback = new SignedAnswer("R", amount: "250.00") { HashCoversLists = false }
            .With("status", "RF")
            .WithSubMerchant(("subMID", "SUB1"), ("subAmount", "250.00"));

        var verified = ShouldBeTaken($"notifyResponse={Uri.EscapeDataString(callback.ToBase64())}");

        verified.Evidence.Form.ShouldBe(HashForm.WithoutLists);
        verified.Response.SubMerchants.ShouldBeEmpty();
        verified.Response.Amount.ShouldBe(Money.FromAmount(250));
    }

    [Theory]
    [InlineData("notifyResponse={0}")]
    [InlineData("notifyResponse=&paymentResponse={0}")]
    [InlineData("{0}")]
    public void A_JOSE_token_is_named(string body)
    {
        var outcome = Read(body.Replace("{0}", "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.ZXlK.c2ln", StringComparison.Ordinal));

        outcome.ShouldBe(new NotificationOutcome.Unreadable { Found = FoundEnvelope.Jose });
    }

    private static NotificationOutcome.Verified ShouldBeTaken(string body)
    {
        var verified = Read(body).ShouldBeOfType<NotificationOutcome.Verified>();
        verified.Response.Status.ShouldBe(TransactionStatus.RefundConfirmed);
        return verified;
    }

    private static NotificationOutcome Read(string body) =>
        new NotificationReader().Read(
            Encoding.UTF8.GetBytes(body),
            ClientUnderTest.Merchant(
                new Uri("https://gateway.example/"),
                keys: new GatewayKeys { SecretKeys = [new SecretKey("v1", Vectors.SecretKey)] }
            )
        );
}
