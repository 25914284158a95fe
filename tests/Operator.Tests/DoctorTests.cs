using System.Security.Cryptography.X509Certificates;

namespace Operator.Tests;

/// <summary>Each mistake that a merchant can make on the way into the new generation, and the one sentence that names it.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private Patient sut = null!;

    [Fact]
    public async Task a_healthy_merchant_has_no_cause()
    {
        (await sut.CausesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_key_that_was_never_uploaded()
    {
        sut.StoreKey(Patient.NewCertificate());
        sut.StoreKey(Patient.NewCertificate());

        await ShouldBeAsync("2C2P does not know the key in JT06-jose-key for this merchant: upload its public half");
    }

    [Fact]
    public async Task a_key_that_is_uploaded_but_not_set_as_default()
    {
        var next = Patient.NewCertificate();
        sut.StoreKey(next);
        await sut.UploadAsync(next, "second", asDefault: false);

        await ShouldBeAsync("The uploaded key is not set as default: 2C2P still takes the one before.");
    }

    [Fact]
    public async Task the_production_key_against_the_sandbox()
    {
        using var production = Patient.NewCertificate();
        sut.Vault.SetSecret("JT06-gateway-jose-key", production.ExportCertificatePem());

        await ShouldBeAsync("2C2P cannot open what is sealed with JT06-gateway-jose-key: that is the key of another environment");
    }

    [Fact]
    public async Task a_gateway_that_signs_with_a_new_key()
    {
        using var rotated = await sut.Portal.PostAsync(
            new Uri("jose/gateway-signing-key/rotate", UriKind.Relative),
            content: null
        );

        await ShouldBeAsync("2C2P signs with a key that is not in JT06-gateway-jose-key: it has a new one.");
    }

    [Fact]
    public async Task answers_that_are_sealed_for_another_key_of_the_merchant()
    {
        using var other = Patient.NewCertificate();
        await sut.UploadAsync(other, "other", asDefault: false);
        await sut.PutAsync("jose/merchants/JT06/reader/other");

        await ShouldBeAsync("2C2P seals its answers for another public key of the merchant than that of JT06-jose-key");
    }

    [Theory]
    [InlineData(9, "This machine's clock is 9 minutes ahead of 2C2P's")]
    [InlineData(-9, "This machine's clock is 9 minutes behind 2C2P's")]
    public async Task a_clock_that_is_wrong(int minutes, string cause)
    {
        sut.Time.AutoAdvanceAmount = TimeSpan.Zero;
        sut.Time.AdjustTime(TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        await ShouldBeAsync(cause);
    }

    [Fact]
    public async Task a_certificate_of_the_merchants_that_has_expired()
    {
        sut.StoreKey(Patient.NewCertificate(until: new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero)));

        await ShouldBeAsync("The merchant's certificate expired on 2025-05-01: make a new pair");
    }

    [Fact]
    public async Task a_certificate_of_2C2Ps_that_has_expired()
    {
        using var old = Patient.NewCertificate(until: new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero));
        sut.Vault.SetSecret("JT06-gateway-jose-key", old.ExportCertificatePem());

        await ShouldBeAsync("2C2P's certificate expired on 2025-05-01: fetch the current one");
    }

    [Fact]
    public async Task the_own_public_key_in_the_place_of_2C2Ps()
    {
        sut.Vault.SetSecret("JT06-gateway-jose-key", sut.Key.ExportCertificatePem());

        await ShouldBeAsync("The secret JT06-gateway-jose-key holds the merchant's own public key");
    }

    [Fact]
    public async Task a_firewall_that_refuses_everything()
    {
        await sut.PutAsync("jose/door/403");

        await ShouldBeAsync("Something before 2C2P refuses everything with HTTP 403");
    }

    [Fact]
    public async Task an_address_where_nothing_is()
    {
        sut["Merchants:JT06:Endpoint"] = sut.Address("PaymentAction/3.0/action").ToString();

        await ShouldBeAsync("There is nothing at /PaymentAction/3.0/action: the address of the new generation ends with");
    }

    [Fact]
    public async Task an_address_that_nothing_listens_at()
    {
        sut["Merchants:JT06:Endpoint"] = "http://127.0.0.1:1/PaymentAction/2.0/action";

        await ShouldBeAsync("Nothing answers at 127.0.0.1:1 (ConnectionError)");
    }

    [Fact]
    public async Task no_key_pair_at_all()
    {
        foreach (var version in (string[])["no key", "none either"])
            sut.Vault.SetSecret("JT06-jose-key", version);

        await ShouldBeAsync("JT06-jose-key");
    }

    [Fact]
    public async Task a_secret_key_of_the_older_generation_that_is_wrong()
    {
        UseOlderGeneration("Base64", "PaymentProcess.aspx");
        sut.Vault.SetSecret("JT06-secret-key", "not-the-key");
        sut.Vault.SetSecret("JT06-secret-key", "not-the-key-either");

        await ShouldBeAsync("2C2P computes another hash: JT06-secret-key is not the key that 2C2P's portal shows");
    }

    [Fact]
    public async Task a_gateway_certificate_of_the_older_generation_that_is_of_another_environment()
    {
        UseOlderGeneration("Pkcs7", "PaymentAction.aspx");
        using var production = Patient.NewCertificate();
        sut.Vault.SetSecret("gateway-certificate", production.ExportCertificatePem());
        sut.Vault.SetSecret("JT06-private-key", Convert.ToBase64String(sut.Key.Export(X509ContentType.Pkcs12)));

        await ShouldBeAsync("2C2P and JT06 do not open each other's envelopes: gateway-certificate is of another environment");
    }

    [Fact]
    public async Task a_healthy_merchant_of_the_older_generation_has_no_cause()
    {
        UseOlderGeneration("Base64", "PaymentProcess.aspx");

        (await sut.CausesAsync()).ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync() => sut = await Patient.HealthyAsync();

    public ValueTask DisposeAsync() => sut.DisposeAsync();

    private void UseOlderGeneration(string envelope, string page)
    {
        sut["Merchants:JT06:Envelope"] = envelope;
        sut["Merchants:JT06:Endpoint"] = sut.Address($"2C2PFrontend/PaymentActionV2/{page}").ToString();
    }

    private async Task ShouldBeAsync(string cause) => (await sut.CausesAsync()).ShouldHaveSingleItem().ShouldContain(cause);
}
