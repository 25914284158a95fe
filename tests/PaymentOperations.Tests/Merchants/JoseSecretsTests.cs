using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentOperations.Merchants;
using TwoC2P.Keys;

namespace PaymentOperations.Tests.Merchants;

public sealed class JoseSecretsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RSA Merchant = RSA.Create(2048);
    private static readonly RSA Gateway = RSA.Create(2048);

    public static TheoryData<string> KeyForms =>
        [
            Merchant.ExportPkcs8PrivateKeyPem(),
            Merchant.ExportRSAPrivateKeyPem(),
            Convert.ToBase64String(Certificate(Merchant).Export(X509ContentType.Pkcs12)),
        ];

    public static TheoryData<string> GatewayKeyForms =>
        [Certificate(Gateway).ExportCertificatePem(), Gateway.ExportSubjectPublicKeyInfoPem()];

    [Theory]
    [MemberData(nameof(KeyForms))]
    public async Task the_merchants_key_pair_is_read_in_every_form_that_tools_give_out(string secret)
    {
        await using var sut = await StartAsync(secret, Gateway.ExportSubjectPublicKeyInfoPem());

        var keys = await KeysAsync(sut);

        keys.Merchant.ShouldHaveSingleItem().Version.Length.ShouldBe(32);
    }

    [Theory]
    [MemberData(nameof(GatewayKeyForms))]
    public async Task the_gateways_key_is_read_from_a_certificate_and_bare(string secret)
    {
        await using var sut = await StartAsync(Merchant.ExportPkcs8PrivateKeyPem(), secret);

        (await KeysAsync(sut)).Gateway.Count.ShouldBe(1);
    }

    [Fact]
    public async Task current_and_previous_keys_of_both_sides_are_imported_once()
    {
        await using var sut = await StartAsync(Merchant.ExportPkcs8PrivateKeyPem(), Gateway.ExportSubjectPublicKeyInfoPem());
        using var next = RSA.Create(2048);
        sut.Emulator.SetSecret("JT01-jose-key", next.ExportPkcs8PrivateKeyPem());
        sut.Emulator.SetSecret("JT01-gateway-jose-key", next.ExportSubjectPublicKeyInfoPem());

        var first = await KeysAsync(sut);
        sut.Clock.Advance(TimeSpan.FromMinutes(6));
        var second = await KeysAsync(sut);

        first.Merchant.Count.ShouldBe(2);
        first.Gateway.Count.ShouldBe(2);
        second.Merchant[0].ShouldBeSameAs(first.Merchant[0]);
        second.Gateway[1].ShouldBeSameAs(first.Gateway[1]);
    }

    [Fact]
    public async Task an_answer_that_did_not_verify_has_a_new_gateway_key_read_before_its_time()
    {
        await using var sut = await StartAsync(Merchant.ExportPkcs8PrivateKeyPem(), Gateway.ExportSubjectPublicKeyInfoPem());
        await KeysAsync(sut);
        using var next = RSA.Create(2048);
        sut.Emulator.SetSecret("JT01-gateway-jose-key", next.ExportSubjectPublicKeyInfoPem());

        var isNew = await sut.FindsOtherKeysAsync();

        isNew.ShouldBeTrue();
        (await KeysAsync(sut)).Gateway.Count.ShouldBe(2);
        (await sut.FindsOtherKeysAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task a_key_that_cannot_sign_or_is_too_short_is_none()
    {
        using var small = RSA.Create(1024);
        foreach (var secret in (string[])[Merchant.ExportSubjectPublicKeyInfoPem(), small.ExportPkcs8PrivateKeyPem(), "no key"])
        {
            await using var sut = await StartAsync(secret, Gateway.ExportSubjectPublicKeyInfoPem());

            var reading = () => KeysAsync(sut);

            (await reading.ShouldThrowAsync<SecretsUnavailableException>()).Message.ShouldContain("JT01-jose-key");
        }
    }

    private static async Task<VaultUnderTest> StartAsync(string merchantKey, string gatewayKey)
    {
        var sut = await VaultUnderTest.StartAsync("Jose");
        sut.Emulator.SetSecret("JT01-secret-key", "7jYcp4FxFdf0");
        sut.Emulator.SetSecret("JT01-jose-key", merchantKey);
        sut.Emulator.SetSecret("JT01-gateway-jose-key", gatewayKey);
        return sut;
    }

    private static async Task<JoseKeys> KeysAsync(VaultUnderTest sut) =>
        (await sut.Secrets.GetGatewayMerchantAsync(sut.Merchant, None)).Keys.Jose.ShouldNotBeNull();

    private static X509Certificate2 Certificate(RSA key)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=JT01", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            now.AddDays(-1),
            now.AddDays(1)
        );
    }
}
