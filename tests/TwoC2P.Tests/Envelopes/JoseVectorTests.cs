using System.Security.Cryptography;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;

namespace TwoC2P.Tests.Envelopes;

/// <summary>Tokens that openssl and Node's jose made (Vectors/jose/make.sh), with no code of this repository.</summary>
public sealed class JoseVectorTests
{
    [Theory]
    [InlineData("answer", "gateway", "merchant")]
    [InlineData("request", "merchant", "gateway")]
    public void A_token_of_another_implementation_opens(string message, string signer, string reader)
    {
        var sut = JoseToken.Open(Text($"{message}.jose"), Keys(signer, reader));

        Encoding.UTF8.GetString(sut!.Xml).ShouldBe(Text($"{message}.xml"));
    }

    [Fact]
    public void It_does_not_open_as_the_other_sides_word() =>
        JoseToken.Open(Text("answer.jose"), Keys("merchant", "merchant")).ShouldBeNull();

    private static JoseKeys Keys(string signer, string reader) =>
        new() { Gateway = [Key($"{signer}.pub.pem")], Merchant = [Key($"{reader}.key.pem")] };

    private static JoseKey Key(string file)
    {
        var key = RSA.Create();
        key.ImportFromPem(Text(file));
        return new JoseKey("v1", key);
    }

    private static string Text(string file) => Vectors.Text($"jose/{file}");
}
