using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using TwoC2P.Envelopes;

namespace TwoC2P.Tests.Envelopes;

public sealed class Pkcs7Tests : IDisposable
{
    private readonly X509Certificate2 merchant = Vectors.Pfx("merchant");
    private readonly X509Certificate2 gateway = Vectors.Pfx("gateway");

    public void Dispose()
    {
        merchant.Dispose();
        gateway.Dispose();
    }

    [Theory]
    [InlineData("der")]
    [InlineData("ber")]
    [InlineData("aes256")]
    public void Envelopes_made_with_OpenSSL_open(string form)
    {
        var encoded = Base64Text.Decode(Vectors.Text($"pkcs7/response.{form}.b64"))!;

        var sut = Pkcs7.Decrypt(encoded, [merchant]).First();

        Encoding.UTF8.GetString(sut).ShouldBe(Vectors.Text("pkcs7/response.xml"));
    }

    [Fact]
    public void Envelopes_of_all_forms_are_recognized()
    {
        foreach (var form in (string[])["der", "ber", "aes256"])
            EnvelopeText.Find(Vectors.Text($"pkcs7/response.{form}.b64")).Kind.ShouldBe(FoundEnvelope.Pkcs7);
    }

    [Fact]
    public void What_is_sent_has_2C2Ps_profile_and_opens_with_the_gateways_key()
    {
        using var certificate = Vectors.Certificate("gateway");

        var sut = Pkcs7.Encrypt("<xml/>"u8.ToArray(), certificate);

        var cms = new EnvelopedCms();
        cms.Decode(sut);
        cms.ContentEncryptionAlgorithm.Oid.Value.ShouldBe("1.2.840.113549.3.7");
        var recipient = cms.RecipientInfos.Cast<RecipientInfo>().ShouldHaveSingleItem();
        recipient.Version.ShouldBe(0);
        recipient.RecipientIdentifier.Type.ShouldBe(SubjectIdentifierType.IssuerAndSerialNumber);
        recipient.KeyEncryptionAlgorithm.Oid.Value.ShouldBe("1.2.840.113549.1.1.1");
        Pkcs7.Decrypt(sut, [gateway]).First().ShouldBe("<xml/>"u8.ToArray());
    }

    [Fact]
    public void An_envelope_is_opened_with_whichever_of_the_merchants_certificates_fits()
    {
        var encoded = Pkcs7.Encrypt("<xml/>"u8.ToArray(), merchant);

        var sut = Pkcs7.Decrypt(encoded, [gateway, merchant]).First();

        sut.ShouldBe("<xml/>"u8.ToArray());
    }

    [Fact]
    public void A_renewed_certificate_of_the_same_key_opens_envelopes_to_the_old_one()
    {
        using var key = RSA.Create(2048);
        using var old = SelfSigned(key, 1);
        using var renewed = SelfSigned(key, 2);
        var encoded = Pkcs7.Encrypt("<xml/>"u8.ToArray(), old);

        var sut = Pkcs7.Decrypt(encoded, [renewed]).First();

        sut.ShouldBe("<xml/>"u8.ToArray());
    }

    [Fact]
    public void A_certificate_without_its_private_key_opens_nothing()
    {
        using var publicOnly = Vectors.Certificate("merchant");
        var encoded = Pkcs7.Encrypt("<xml/>"u8.ToArray(), publicOnly);

        Pkcs7.Decrypt(encoded, [publicOnly]).ShouldBeEmpty();
        Pkcs7.Decrypt(encoded, []).ShouldBeEmpty();
    }

    [Fact]
    public void A_weak_cipher_is_not_opened()
    {
        var cms = new EnvelopedCms(new ContentInfo([1, 2, 3]), new AlgorithmIdentifier(new Oid("1.3.14.3.2.7")));
        cms.Encrypt(new CmsRecipient(merchant));

        Pkcs7.Decrypt(cms.Encode(), [merchant]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.2.840.113549.3.2")]
    [InlineData("1.2.840.113549.3.4")]
    public void Other_ciphers_are_not_opened(string oid)
    {
        var content = Pkcs7.Encrypt([1, 2, 3], merchant);
        var other = Encoded(oid);
        var tripleDes = Encoded("1.2.840.113549.3.7");
        var place = content.AsSpan().IndexOf(tripleDes);

        other.CopyTo(content, place);

        place.ShouldBePositive();
        Pkcs7.Decrypt(content, [merchant]).ShouldBeEmpty();
    }

    /// <summary>Every recipient costs a private key's work, and 2C2P names one.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(1000, false)]
    public void An_envelope_names_one_recipient(int count, bool isOpened)
    {
        var cms = new EnvelopedCms(new ContentInfo([1, 2, 3]), new AlgorithmIdentifier(new Oid("1.2.840.113549.3.7")));
        using var publicOnly = Vectors.Certificate("merchant");
        var recipients = new CmsRecipientCollection();
        foreach (var _ in Enumerable.Range(0, count))
            recipients.Add(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, publicOnly, RSAEncryptionPadding.Pkcs1));
        cms.Encrypt(recipients);

        Pkcs7.Decrypt(cms.Encode(), [merchant]).Any().ShouldBe(isOpened);
    }

    [Fact]
    public void What_is_signed_and_not_encrypted_is_no_envelope()
    {
        var signed = new SignedCms(new ContentInfo("<xml/>"u8.ToArray()));
        signed.ComputeSignature(new CmsSigner(merchant));

        Pkcs7.Decrypt(signed.Encode(), [merchant]).ShouldBeEmpty();
    }

    [Fact]
    public void Damaged_envelopes_never_throw()
    {
        var encoded = Base64Text.Decode(Vectors.Text("pkcs7/response.ber.b64"))!;

        Gen.Select(Gen.Int[0, encoded.Length - 1], Gen.Byte)
            .Sample(
                (position, value) =>
                {
                    var damaged = encoded.ToArray();
                    damaged[position] = value;
                    Pkcs7.Decrypt(damaged, [merchant]).Count().ShouldBeLessThanOrEqualTo(1);
                },
                iter: 300
            );
    }

    [Fact]
    public void Cut_envelopes_open_to_nothing()
    {
        var encoded = Base64Text.Decode(Vectors.Text("pkcs7/response.der.b64"))!;

        for (var length = 0; length < encoded.Length; length += 37)
            Pkcs7.Decrypt(encoded[..length], [merchant]).ShouldBeEmpty();
    }

    [Fact]
    public void Noise_of_valid_structure_opens_to_nothing()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.3");

        Pkcs7.Decrypt(writer.Encode(), [merchant]).ShouldBeEmpty();
    }

    private static byte[] Encoded(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    private static X509Certificate2 SelfSigned(RSA key, byte serial)
    {
        var name = new X500DistinguishedName("CN=merchant");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(
            name,
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100),
            [serial]
        );
        return certificate.CopyWithPrivateKey(key);
    }
}
