using PaymentOperations.Merchants;
using Sandbox.Certificates;
using Sandbox.KeyVault;
using Testing;
using TwoC2P;

namespace PaymentOperations.Tests.Merchants;

public sealed class VaultConnectionTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task a_vault_with_another_certificate_than_the_pinned_one_is_not_believed()
    {
        using var another = LoopbackCertificate.Create(TimeProvider.System);
        await using var sut = await VaultUnderTest.StartAsync(pinnedPem: another.ExportCertificatePem());
        sut.Emulator.SetSecret("JT01-secret-key", "value");

        await Should.ThrowAsync<SecretsUnavailableException>(sut.SecretKeyVersionsAsync);

        sut.Emulator.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task an_id_that_is_not_configured_never_reaches_the_vault()
    {
        await using var sut = await VaultUnderTest.StartAsync();

        var asking = async () => await sut.Secrets.GetApiKeysAsync(new MerchantId("JT99"), CancellationToken.None);

        await asking.ShouldThrowAsync<ArgumentException>();
        sut.Emulator.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task the_probe_warns_while_values_are_older_than_they_should_be_and_stops_when_the_vault_is_back()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(new byte[32]));
        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Good);
        sut.Emulator.Availability = KeyVaultAvailability.Down;

        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Good);
        sut.Clock.Advance(TimeSpan.FromMinutes(6));
        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Stale);

        sut.Emulator.Availability = KeyVaultAvailability.Up;
        sut.Clock.Advance(TimeSpan.FromSeconds(16));
        await sut.Secrets.CheckAsync(None);
        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Good);
    }

    [Fact]
    public async Task the_probe_ends_its_warning_about_a_secret_that_nobody_asks_for_any_more()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(new byte[32]));
        await Should.ThrowAsync<SecretsUnavailableException>(sut.SecretKeyVersionsAsync);
        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Stale);

        sut.Emulator.SetSecret("JT01-secret-key", "value");
        sut.Clock.Advance(TimeSpan.FromSeconds(4));

        await Eventually.IsTrueAsync(async () => await sut.Secrets.CheckAsync(None) is SecretsHealth.Good);
    }

    [Fact]
    public async Task the_probe_fails_when_the_ledgers_key_was_never_read()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.Availability = KeyVaultAvailability.Down;

        (await sut.Secrets.CheckAsync(None)).ShouldBe(SecretsHealth.Unavailable);
    }
}
