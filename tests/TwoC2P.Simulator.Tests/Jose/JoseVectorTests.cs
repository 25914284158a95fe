using System.Security.Cryptography;
using System.Text;
using TwoC2P.Simulator.Jose;

namespace TwoC2P.Simulator.Tests.Jose;

/// <summary>Tokens that openssl and Node's jose made (TwoC2P.Tests/Vectors/jose/make.sh), with no code of this repository.</summary>
public sealed class JoseVectorTests
{
    [Theory]
    [InlineData("answer", "gateway", "merchant")]
    [InlineData("request", "merchant", "gateway")]
    public void A_token_of_another_implementation_is_verified_and_opens(string message, string signer, string reader)
    {
        var token = Text($"{message}.jose");

        Jws.IsSignedWith(token, Key($"{signer}.pub.pem")).ShouldBeTrue();
        Jws.IsSignedWith(token, Key($"{reader}.pub.pem")).ShouldBeFalse();
        var content = Jwe.Decrypt(Jws.PayloadOf(token)!, Key($"{reader}.key.pem"));
        Encoding.UTF8.GetString(content!).ShouldBe(Text($"{message}.xml"));
    }

    [Fact]
    public void A_changed_token_is_neither_verified_nor_opened()
    {
        var token = Text("answer.jose");
        var last = token[^1] == 'A' ? 'Q' : 'A';

        Jws.IsSignedWith(token[..^1] + last, Key("gateway.pub.pem")).ShouldBeFalse();
        Jwe.Decrypt(Jws.PayloadOf(token)! + "A", Key("merchant.key.pem")).ShouldBeNull();
    }

    [Fact]
    public void What_asks_for_more_than_these_algorithms_is_no_token()
    {
        Jws.PayloadOf(Jws.Unsecured("payload") + "c2ln").ShouldBeNull();
        CompactForm.HeaderSays("""{"alg":"PS256","crit":["b64"]}"""u8.ToArray(), ("alg", "PS256")).ShouldBeFalse();
        CompactForm
            .HeaderSays("""{"alg":"RSA-OAEP","enc":"A256GCM","zip":"DEF"}"""u8.ToArray(), ("alg", "RSA-OAEP"))
            .ShouldBeFalse();
        CompactForm.HeaderSays("[]"u8.ToArray(), ("alg", "PS256")).ShouldBeFalse();
        CompactForm.HeaderSays("{"u8.ToArray(), ("alg", "PS256")).ShouldBeFalse();
    }

    private static RSA Key(string file)
    {
        var key = RSA.Create();
        key.ImportFromPem(Text(file));
        return key;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "jose", file));
}
