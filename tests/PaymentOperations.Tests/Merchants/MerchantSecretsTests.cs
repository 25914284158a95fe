using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentOperations.Merchants;

namespace PaymentOperations.Tests.Merchants;

public sealed class MerchantSecretsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string Sha256 = new('a', 64);

    [Fact]
    public async Task api_keys_are_read_with_everything_they_allow()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret(
            "JT01-api-keys",
            $$"""
            [ { "id": "shop", "sha256": "{{Sha256}}", "scopes": ["refunds:write", "payments:read"] },
              { "id": "web", "sha256": "{{Sha256}}", "scopes": ["installments:read"], "publishable": true,
                "origins": ["https://shop.example"], "expiresAt": "2027-01-01T00:00:00Z",
                "addresses": ["203.0.113.0/24", "2001:db8::/32"] } ]
            """
        );

        var keys = await sut.Secrets.GetApiKeysAsync(VaultUnderTest.JT01, None);

        keys.Select(key => key.Id).ShouldBe(["shop", "web"]);
        Convert.ToHexStringLower(keys[0].Sha256.Span).ShouldBe(Sha256);
        keys[0].Scopes.ShouldBe(["refunds:write", "payments:read"], ignoreOrder: true);
        keys[0]
            .ShouldSatisfyAllConditions(
                key => key.Publishable.ShouldBeFalse(),
                key => key.ExpiresAt.ShouldBeNull(),
                key => key.Addresses.ShouldBeEmpty()
            );
        keys[1]
            .ShouldSatisfyAllConditions(
                key => key.Publishable.ShouldBeTrue(),
                key => key.Origins.ShouldBe(["https://shop.example"]),
                key => key.Addresses.ShouldBe([IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/32")]),
                key => key.ExpiresAt.ShouldBe(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))
            );
    }

    [Theory]
    [InlineData("""not json""")]
    [InlineData("""null""")]
    [InlineData("""[null]""")]
    [InlineData("""[{"id":"shop","sha256":"abc","scopes":[]}]""")]
    [InlineData("""[{"id":"shop","scopes":[]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"publishabel":true}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[null]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"publishable":true,"origins":[null]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":[]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":[null]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":["203.0.113.0/24","203.0.113.7"]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":["203.0.113.7/24"]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":["203.0.113.0/33"]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[],"addresses":["::ffff:203.0.113.0/120"]}]""")]
    [InlineData("""[{"id":"shop","sha256":"SHA","scopes":[]},{"id":"shop","sha256":"SHA","scopes":[]}]""")]
    public async Task a_list_of_api_keys_that_is_not_right_as_a_whole_is_refused(string list)
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("JT01-api-keys", list.Replace("SHA", Sha256, StringComparison.Ordinal));

        var reading = async () => await sut.Secrets.GetApiKeysAsync(VaultUnderTest.JT01, None);

        (await reading.ShouldThrowAsync<SecretsUnavailableException>()).InnerException.ShouldBeNull();
    }

    [Fact]
    public async Task a_new_version_with_a_mistake_leaves_the_good_one_in_use()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("JT01-api-keys", "[]");
        await sut.Secrets.GetApiKeysAsync(VaultUnderTest.JT01, None);
        sut.Emulator.SetSecret("JT01-api-keys", "[");
        sut.Clock.Advance(TimeSpan.FromMinutes(6));

        var keys = await sut.Secrets.GetApiKeysAsync(VaultUnderTest.JT01, None);

        keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task base64_needs_the_secret_key_only()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("JT01-secret-key", "7jYcp4FxFdf0\n");

        var merchant = await sut.Secrets.GetGatewayMerchantAsync(sut.Merchant, None);

        merchant.MerchantId.ShouldBe(VaultUnderTest.JT01);
        merchant.Endpoint.ShouldBe(sut.Merchant.Endpoint);
        merchant.Keys.SecretKeys.Count.ShouldBe(1);
        merchant.Keys.MerchantCertificates.ShouldBeEmpty();
        merchant.Keys.GatewayCertificate.ShouldBeNull();
    }

    [Fact]
    public async Task pkcs7_gets_current_and_previous_certificate_imported_once()
    {
        await using var sut = await VaultUnderTest.StartAsync("Pkcs7");
        using var old = RsaCertificate("CN=old");
        using var current = RsaCertificate("CN=current");
        using var gateway = RsaCertificate("CN=gateway");
        sut.Emulator.SetSecret("JT01-secret-key", "7jYcp4FxFdf0");
        sut.Emulator.SetSecret("JT01-private-key", Convert.ToBase64String(old.Export(X509ContentType.Pkcs12)));
        sut.Emulator.SetSecret("JT01-private-key", Convert.ToBase64String(current.Export(X509ContentType.Pkcs12)));
        sut.Emulator.SetSecret("gateway-certificate", gateway.ExportCertificatePem());

        var first = (await sut.Secrets.GetGatewayMerchantAsync(sut.Merchant, None)).Keys;
        sut.Clock.Advance(TimeSpan.FromMinutes(6));
        var second = (await sut.Secrets.GetGatewayMerchantAsync(sut.Merchant, None)).Keys;

        first.MerchantCertificates.Select(certificate => certificate.Subject).ShouldBe(["CN=current", "CN=old"]);
        first.MerchantCertificates.ShouldAllBe(certificate => certificate.HasPrivateKey);
        first.GatewayCertificate.ShouldNotBeNull().Subject.ShouldBe("CN=gateway");
        second.MerchantCertificates[0].ShouldBeSameAs(first.MerchantCertificates[0]);
        second.GatewayCertificate.ShouldBeSameAs(first.GatewayCertificate);
    }

    [Fact]
    public async Task a_ledger_key_of_any_age_is_found_by_the_version_that_a_row_names()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        var versions = Enumerable
            .Range(1, 4)
            .Select(number =>
                sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(Enumerable.Repeat((byte)number, 32).ToArray()))
            )
            .ToList();

        var current = await sut.Secrets.GetLedgerDataKeyAsync(None);
        var oldest = await sut.Secrets.GetLedgerDataKeyAsync(versions[0], None);
        var requests = sut.Emulator.Requests;
        var again = await sut.Secrets.GetLedgerDataKeyAsync(versions[0], None);

        (current.Version, current.Bytes[0]).ShouldBe((versions[3], (byte)4));
        (oldest.Version, oldest.Bytes[0]).ShouldBe((versions[0], (byte)1));
        again.ShouldBeSameAs(oldest);
        sut.Emulator.Requests.ShouldBe(requests);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("../JT01-secret-key/0000000000000")]
    public async Task a_ledger_key_version_that_does_not_exist_is_unavailable(string version)
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(new byte[32]));

        var reading = async () => await sut.Secrets.GetLedgerDataKeyAsync(version, None);

        await reading.ShouldThrowAsync<SecretsUnavailableException>();
    }

    private static X509Certificate2 RsaCertificate(string subject)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            now,
            now.AddDays(1)
        );
    }
}
