using PaymentOperations.Merchants;
using Sandbox.Certificates;
using TwoC2P;

namespace PaymentOperations.Tests.Merchants;

public sealed class VaultConnectionTests
{
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
    public async Task the_probe_is_true_while_the_vault_answers_or_its_value_is_fresh()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(new byte[32]));
        (await sut.Secrets.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
        sut.Emulator.Availability = Sandbox.KeyVault.KeyVaultAvailability.Down;

        (await sut.Secrets.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
        sut.Clock.Advance(TimeSpan.FromMinutes(6));
        (await sut.Secrets.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task the_probe_is_false_when_nothing_was_ever_read()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        sut.Emulator.Availability = Sandbox.KeyVault.KeyVaultAvailability.Down;

        (await sut.Secrets.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
    }
}
