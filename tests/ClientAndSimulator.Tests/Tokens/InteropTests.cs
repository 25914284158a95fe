using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Simulator.Jose;

namespace ClientAndSimulator.Tests.Tokens;

/// <summary>Both of our implementations against two others: Node's jose and the openssl command.</summary>
public sealed class InteropTests
{
    private const string Xml = "<PaymentProcessRequest><invoiceNo>ใบแจ้งหนี้-1 &amp; 2</invoiceNo></PaymentProcessRequest>";

    private static readonly RSA Signer = RSA.Create(2048);
    private static readonly RSA Reader = RSA.Create(2048);

    private static readonly JoseKeys Sealing = new()
    {
        Merchant = [new JoseKey("", Signer)],
        Gateway = [new JoseKey("", Reader)],
    };
    private static readonly JoseKeys Opening = new()
    {
        Merchant = [new JoseKey("", Reader)],
        Gateway = [new JoseKey("", Signer)],
    };

    public static TheoryData<string> Ours => ["client", "simulator"];

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task Node_opens_what_we_seal(string ours)
    {
        var opened = await OtherTools.NodeAsync(
            "open",
            new JsonObject
            {
                ["token"] = Seal(ours),
                ["signer"] = Signer.ExportSubjectPublicKeyInfoPem(),
                ["reader"] = Reader.ExportPkcs8PrivateKeyPem(),
            }
        );

        opened["xml"]!.ToString().ShouldBe(Xml);
        opened["signed"]!.ToJsonString().ShouldBe("""{"alg":"PS256","typ":"JWT"}""");
        opened["sealed"]!.ToJsonString().ShouldBe("""{"alg":"RSA-OAEP","enc":"A256GCM"}""");
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task We_open_what_node_seals(string ours)
    {
        var sealedByNode = await OtherTools.NodeAsync(
            "seal",
            new JsonObject
            {
                ["xml"] = Xml,
                ["signer"] = Signer.ExportPkcs8PrivateKeyPem(),
                ["reader"] = Reader.ExportSubjectPublicKeyInfoPem(),
            }
        );

        Open(ours, sealedByNode["token"]!.ToString()).ShouldBe(Xml);
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task Openssl_verifies_and_opens_what_we_seal(string ours)
    {
        using var tools = new OtherTools();
        var parts = Seal(ours).Split('.');
        var encrypted = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[1])).Split('.');

        var verified = await tools.OpensslAsync(
            "dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -verify {0} -signature {1} {2}",
            tools.File(Signer.ExportSubjectPublicKeyInfoPem()),
            tools.File(Base64Url.DecodeFromChars(parts[2])),
            tools.File($"{parts[0]}.{parts[1]}")
        );
        var key = await tools.OpensslAsync(
            "pkeyutl -decrypt -inkey {0} -in {1} -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha1 -pkeyopt rsa_mgf1_md:sha1",
            tools.File(Reader.ExportPkcs8PrivateKeyPem()),
            tools.File(Base64Url.DecodeFromChars(encrypted[1]))
        );

        Encoding.ASCII.GetString(verified).Trim().ShouldBe("Verified OK");
        var content = Base64Url.DecodeFromChars(encrypted[3]);
        // The command itself has no GCM: the key that it unwrapped is used here.
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(
            Base64Url.DecodeFromChars(encrypted[2]),
            content,
            Base64Url.DecodeFromChars(encrypted[4]),
            content,
            Encoding.ASCII.GetBytes(encrypted[0])
        );
        Encoding.UTF8.GetString(content).ShouldBe(Xml);
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task We_open_what_openssl_wraps_and_signs(string ours)
    {
        using var tools = new OtherTools();
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var content = Encoding.UTF8.GetBytes(Xml);
        var tag = new byte[16];
        var header = Base64Url.EncodeToString("""{"enc":"A256GCM","alg":"RSA-OAEP"}"""u8);
        using (var aes = new AesGcm(key, tag.Length))
            aes.Encrypt(nonce, content, content, tag, Encoding.ASCII.GetBytes(header));

        var wrapped = await tools.OpensslAsync(
            "pkeyutl -encrypt -pubin -inkey {0} -in {1} -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha1 -pkeyopt rsa_mgf1_md:sha1",
            tools.File(Reader.ExportSubjectPublicKeyInfoPem()),
            tools.File(key)
        );
        var encrypted = string.Join(
            '.',
            [header, .. new[] { wrapped, nonce, content, tag }.Select(part => Base64Url.EncodeToString(part))]
        );
        var signed =
            $"{Base64Url.EncodeToString("""{"alg":"PS256"}"""u8)}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(encrypted))}";
        var signature = await tools.OpensslAsync(
            "dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -sign {0} {1}",
            tools.File(Signer.ExportPkcs8PrivateKeyPem()),
            tools.File(signed)
        );

        Open(ours, $"{signed}.{Base64Url.EncodeToString(signature)}").ShouldBe(Xml);
    }

    private static string Seal(string ours) =>
        ours is "client"
            ? JoseToken.Seal(Encoding.UTF8.GetBytes(Xml), Sealing)
            : Jws.Sign(Jwe.Encrypt(Encoding.UTF8.GetBytes(Xml), Reader), Signer);

    private static string? Open(string ours, string token)
    {
        if (ours is "client")
            return JoseToken.Open(token, Opening) is { } opened ? Encoding.UTF8.GetString(opened.Xml) : null;

        return Jws.IsSignedWith(token, Signer) && Jwe.Decrypt(Jws.PayloadOf(token)!, Reader) is { } content
            ? Encoding.UTF8.GetString(content)
            : null;
    }
}
