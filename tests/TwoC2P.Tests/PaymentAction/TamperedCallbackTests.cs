using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.Json;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

/// <summary>
/// Of a valid callback, every copy with one bit changed. Each is refused, but for those that are the same message: a letter's case in the form field's name or in the hexadecimal hash, Base64 bits that hold nothing, and what
/// a PKCS#7 envelope says of itself and not of its content. <c>timeStamp</c> and <c>respDesc</c> are in no hash of 2C2P's, so they may arrive changed; nothing decides by them. Tokens: <see cref="Envelopes.FlippedBitTests"/>.
/// </summary>
public sealed class TamperedCallbackTests
{
    private const string Field = "notifyResponse=";

    private static readonly NotificationReader Sut = new();

    private static readonly SignedAnswer Hashed = new SignedAnswer("R", amount: "250.00")
        .With("status", "RF")
        .With("approvalCode", "621529")
        .With("refundReferenceNo", "3598743")
        .With("userDefined1", "01a2282a-319b-7134-993c-d044ded48630");

    [Fact]
    public void A_body_with_one_bit_changed_is_refused_or_is_the_same_message()
    {
        var body = Field + Hashed.ToBase64();

        var taken = TakenFlipsOf(body);

        // Upper and lower case of each letter of the field's name and of each letter of the hash that one bit of Base64 can reach, and nothing else.
        taken.Count(flip => FieldNameOf(flip) != Field).ShouldBe(Field.Count(char.IsAsciiLetter));
        taken.ShouldAllBe(flip => string.Equals(FieldNameOf(flip), Field, StringComparison.OrdinalIgnoreCase));
        taken.ShouldAllBe(flip => IsTheSameButForTheHashsLetters(XmlOf(flip), Hashed.ToXml()));
        taken.Count.ShouldBeLessThan(body.Length * 8 / 50);
    }

    [Theory]
    [InlineData("timeStamp", "250221155131")]
    [InlineData("respDesc", "Success")]
    public void What_the_hash_does_not_cover_may_be_changed_and_nothing_else_with_it(string name, string text)
    {
        var message = new SignedAnswer("R", amount: "250.00").With("status", "RF").With(name, text);

        var taken = TakenFlipsOf(Field + message.ToBase64());

        taken.ShouldContain(flip => Value(XmlOf(flip), name) != text);
    }

    /// <summary>3DES in CBC mode protects nothing: a changed bit of it changes one chosen bit of the text. The hash sees it.</summary>
    [Fact]
    public void A_PKCS7_envelope_with_one_bit_changed_is_refused_or_holds_the_same_message()
    {
        var envelope = Convert.FromBase64String(Vectors.Text("pkcs7/response.der.b64"));
        using var keys = new OpenedKeys();
        var original = Believed(Read(Field + Convert.ToBase64String(envelope), keys.Merchant))!;
        var content = envelope.Length - ContentLength(envelope);

        List<int> changed = [];
        Parallel.For(
            0,
            envelope.Length * 8,
            bit =>
            {
                var copy = (byte[])envelope.Clone();
                copy[bit / 8] ^= (byte)(1 << bit % 8);
                if (Believed(Read(Field + Uri.EscapeDataString(Convert.ToBase64String(copy)), keys.Merchant)) is not { } believed)
                    return;

                believed.ShouldBe(original, $"bit {bit}");
                if (bit / 8 >= content)
                    lock (changed)
                        changed.Add(bit);
            }
        );

        // Of the encrypted text, only what falls into the two texts without a hash or turns a letter of the hash around is taken.
        changed.Count.ShouldBeLessThan(8 * (envelope.Length - content) / 10);
    }

    private static List<string> TakenFlipsOf(string body)
    {
        var merchant = ClientUnderTest.Merchant(
            new Uri("https://gateway.example/"),
            keys: new GatewayKeys { SecretKeys = [new SecretKey("v1", Vectors.SecretKey)] }
        );
        var original = Believed(Read(body, merchant));
        original.ShouldNotBeNull();

        List<string> taken = [];
        foreach (var flip in FlipsOf(Encoding.ASCII.GetBytes(body)))
        {
            if (Believed(Sut.Read(flip, merchant)) is not { } believed)
                continue;

            believed.ShouldBe(original);
            taken.Add(Encoding.ASCII.GetString(flip));
        }

        return taken;
    }

    /// <summary>All that is understood of a verified message and that its hash covers; null when it is not believed.</summary>
    private static string? Believed(NotificationOutcome outcome)
    {
        if (outcome is NotificationOutcome.Verified verified)
            return JsonSerializer.Serialize(
                new
                {
                    Response = verified.Response with
                    {
                        TimeStamp = null,
                        RespDesc = null,
                        HashValue = null,
                    },
                    verified.Evidence,
                }
            );

        (outcome is NotificationOutcome.Unverified or NotificationOutcome.Unreadable).ShouldBeTrue();
        return null;
    }

    private static NotificationOutcome Read(string body, Merchants.GatewayMerchant merchant) =>
        Sut.Read(Encoding.ASCII.GetBytes(body), merchant);

    private static IEnumerable<byte[]> FlipsOf(byte[] body)
    {
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            var copy = (byte[])body.Clone();
            copy[bit / 8] ^= (byte)(1 << bit % 8);
            yield return copy;
        }
    }

    private static string FieldNameOf(string body) => body[..Field.Length];

    private static string XmlOf(string body) => Encoding.UTF8.GetString(Convert.FromBase64String(body[Field.Length..]));

    private static bool IsTheSameButForTheHashsLetters(string xml, string original)
    {
        var hash = original.IndexOf("<hashValue>", StringComparison.Ordinal);
        return xml[..hash] == original[..hash] && string.Equals(xml, original, StringComparison.OrdinalIgnoreCase);
    }

    private static string Value(string xml, string name) =>
        xml.Split($"<{name}>") is [_, var rest] ? rest.Split($"</{name}>")[0] : "";

    private static int ContentLength(byte[] envelope)
    {
        var cms = new EnvelopedCms();
        cms.Decode(envelope);
        return cms.ContentInfo.Content.Length;
    }

    /// <summary>The merchant that the vector's envelope is for.</summary>
    private sealed class OpenedKeys : IDisposable
    {
        private readonly System.Security.Cryptography.X509Certificates.X509Certificate2 certificate = Vectors.Pfx("merchant");

        public Merchants.GatewayMerchant Merchant =>
            ClientUnderTest.Merchant(
                new Uri("https://gateway.example/"),
                EnvelopeKind.Pkcs7,
                new GatewayKeys { SecretKeys = [new SecretKey("v1", Vectors.SecretKey)], MerchantCertificates = [certificate] }
            );

        public void Dispose() => certificate.Dispose();
    }
}
