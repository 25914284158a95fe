using System.Security.Cryptography;
using System.Text;
using Jose;
using TwoC2P.Envelopes;
using Base64Url = System.Buffers.Text.Base64Url;

namespace TwoC2P.Tests.Envelopes;

public sealed class JoseTokenTests
{
    private static readonly byte[] Xml = Encoding.UTF8.GetBytes(
        "<PaymentProcessResponse><respCode>00</respCode></PaymentProcessResponse>"
    );

    [Fact]
    public void What_one_side_seals_the_other_opens_and_knows_the_signer()
    {
        var sut = JoseToken.Open(Token(), SampleJoseKeys.OfMerchant);

        sut!.Xml.ShouldBe(Xml);
        sut.KeyVersion.ShouldBe("g2");
    }

    [Fact]
    public void The_headers_are_those_of_2C2Ps_samples()
    {
        var token = Token();

        Header(token).ShouldBe("""{"alg":"PS256","typ":"JWT"}""");
        Header(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token.Split('.')[1])))
            .ShouldBe("""{"alg":"RSA-OAEP","enc":"A256GCM"}""");
    }

    [Fact]
    public void A_key_id_is_sent_where_one_is_set()
    {
        var keys = SampleJoseKeys.OfGateway();
        var sut = JoseToken.Seal(
            Xml,
            new()
            {
                Merchant = keys.Merchant,
                Gateway = keys.Gateway,
                KeyId = "3",
            }
        );

        Header(sut).ShouldContain("\"kid\":\"3\"");
        JoseToken.Open(sut, SampleJoseKeys.OfMerchant).ShouldNotBeNull();
    }

    [Fact]
    public void The_previous_keys_of_both_sides_are_still_good()
    {
        var token = JoseToken.Seal(Xml, SampleJoseKeys.OfGateway(SampleJoseKeys.GatewayBefore, SampleJoseKeys.MerchantBefore));

        JoseToken.Open(token, SampleJoseKeys.OfMerchant)!.KeyVersion.ShouldBe("g1");
    }

    [Fact]
    public void Another_signer_or_another_reader_is_refused()
    {
        var forged = JoseToken.Seal(Xml, SampleJoseKeys.OfGateway(signer: SampleJoseKeys.Stranger));
        var notForUs = JoseToken.Seal(Xml, SampleJoseKeys.OfGateway(reader: SampleJoseKeys.Stranger));
        var ownWords = JoseToken.Seal(Xml, SampleJoseKeys.OfGateway(signer: SampleJoseKeys.Merchant));

        JoseToken.Open(forged, SampleJoseKeys.OfMerchant).ShouldBeNull();
        JoseToken.Open(notForUs, SampleJoseKeys.OfMerchant).ShouldBeNull();
        JoseToken.Open(ownWords, SampleJoseKeys.OfMerchant).ShouldBeNull();
    }

    public static TheoryData<string, string> OtherTokens =>
        new()
        {
            { "nothing", "" },
            { "no token", "PFBheW1lbnQ+" },
            { "a signature of nothing", JWT.EncodeBytes(Xml, SampleJoseKeys.Gateway, JwsAlgorithm.PS256) },
            { "only encrypted", Encrypted() },
            { "signed with none", JWT.Encode(Encrypted(), null, JwsAlgorithm.none) },
            { "signed with RS256", JWT.Encode(Encrypted(), SampleJoseKeys.Gateway, JwsAlgorithm.RS256) },
            { "signed with PS384", JWT.Encode(Encrypted(), SampleJoseKeys.Gateway, JwsAlgorithm.PS384) },
            {
                "signed with the public key as a secret",
                JWT.Encode(
                    Encrypted(),
                    Encoding.UTF8.GetBytes(SampleJoseKeys.Gateway.ExportSubjectPublicKeyInfoPem()),
                    JwsAlgorithm.HS256
                )
            },
            { "sealed with RSA1_5", Signed(Encrypted(JweAlgorithm.RSA1_5)) },
            { "sealed with RSA-OAEP-256", Signed(Encrypted(JweAlgorithm.RSA_OAEP_256)) },
            { "sealed with A128GCM", Signed(Encrypted(encryption: JweEncryption.A128GCM)) },
            { "sealed with CBC", Signed(Encrypted(encryption: JweEncryption.A256CBC_HS512)) },
            { "compressed", Signed(Encrypted(compression: JweCompression.DEF)) },
            {
                "encrypted outside",
                JWT.Encode(
                    JWT.EncodeBytes(Xml, SampleJoseKeys.Gateway, JwsAlgorithm.PS256),
                    SampleJoseKeys.Merchant,
                    JweAlgorithm.RSA_OAEP,
                    JweEncryption.A256GCM
                )
            },
            { "with crit", Signed(Encrypted(), "crit", new[] { "exp" }) },
            { "with zip outside", Signed(Encrypted(), "zip", "DEF") },
            { "with a key of its own", Signed(Encrypted(), "jwk", new Dictionary<string, string> { ["kty"] = "RSA" }) },
            { "with b64", Signed(Encrypted(), "b64", true) },
            { "with a header twice", SignedByHand("""{"alg":"PS256","alg":"PS256"}""") },
            { "with a broken escape", SignedByHand("""{"alg":"PS256","\ud800":1}""") },
            { "with broken letters", SignedByHand("{\"alg\":\"PS256\",\"t\u00e4p\":1}") },
            { "with a number for its algorithm", SignedByHand("""{"alg":256}""") },
            { "with a list for its header", SignedByHand("""["PS256"]""") },
            { "with a longer tag", Signed(Encrypted() + "AA") },
            { "with a shorter tag", Signed(Encrypted()[..^2]) },
            { "with a longer nonce", Signed(WithNonce(13)) },
            { "with a shorter nonce", Signed(WithNonce(8)) },
            { "with padding", Token() + "==" },
            { "with a fourth part", Token() + ".AAAA" },
        };

    [Theory]
    [MemberData(nameof(OtherTokens))]
    public void Only_this_nesting_with_these_algorithms_is_opened(string what, string token) =>
        JoseToken.Open(token, SampleJoseKeys.OfMerchant).ShouldBeNull(what);

    [Fact]
    public void What_is_signed_by_hand_is_opened_if_its_header_is_plain() =>
        JoseToken.Open(SignedByHand("""{"alg":"PS256"}"""), SampleJoseKeys.OfMerchant).ShouldNotBeNull();

    [Fact]
    public void What_is_longer_than_any_answer_is_not_looked_at() =>
        JoseToken.Open(Token() + new string('A', JoseToken.MaxCharacters), SampleJoseKeys.OfMerchant).ShouldBeNull();

    [Fact]
    public void One_key_serves_many_calls_at_a_time() =>
        Parallel.For(
            0,
            256,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            _ => JoseToken.Open(Token(), SampleJoseKeys.OfMerchant)!.Xml.ShouldBe(Xml)
        );

    private static string Token() => JoseToken.Seal(Xml, SampleJoseKeys.OfGateway());

    private static string Encrypted(
        JweAlgorithm algorithm = JweAlgorithm.RSA_OAEP,
        JweEncryption encryption = JweEncryption.A256GCM,
        JweCompression? compression = null
    ) => JWT.EncodeBytes(Xml, SampleJoseKeys.Merchant, algorithm, encryption, compression);

    private static string WithNonce(int bytes)
    {
        var parts = Encrypted().Split('.');
        parts[2] = Base64Url.EncodeToString(new byte[bytes]);
        return string.Join('.', parts);
    }

    private static string Signed(string encrypted, string? header = null, object? value = null) =>
        JWT.Encode(
            encrypted,
            SampleJoseKeys.Gateway,
            JwsAlgorithm.PS256,
            header is null ? null : new Dictionary<string, object> { [header] = value! }
        );

    private static string SignedByHand(string header)
    {
        var signed =
            $"{Base64Url.EncodeToString(Encoding.Latin1.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Encrypted()))}";
        var signature = SampleJoseKeys.Gateway.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Header(string token) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[0]));
}
