using System.Diagnostics.Metrics;
using PaymentOperations.Merchants;
using PaymentOperations.Tests.Merchants;
using Sandbox.KeyVault;
using Testing.Telemetry;

namespace PaymentOperations.Tests.Telemetry;

public sealed class VaultMetricTests
{
    [Fact]
    public async Task every_failed_read_of_key_vault_is_counted_even_when_a_known_value_serves()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.Emulator.SetSecret("JT01-secret-key", "value");
        await sut.SecretKeyVersionsAsync();
        var before = metrics.Of(OperationMetricNames.KeyVaultFailures).Count;
        sut.Emulator.Availability = KeyVaultAvailability.Down;
        sut.Clock.Advance(TimeSpan.FromMinutes(6));

        await sut.SecretKeyVersionsAsync();

        before.ShouldBe(0);
        metrics.TagsOf(OperationMetricNames.KeyVaultFailures).ShouldBe([""]);
    }

    [Fact]
    public async Task a_secret_that_is_not_there_is_a_failure_too()
    {
        await using var sut = await VaultUnderTest.StartAsync();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());

        await Should.ThrowAsync<SecretsUnavailableException>(sut.SecretKeyVersionsAsync);

        metrics.Of(OperationMetricNames.KeyVaultFailures).Count.ShouldBe(1);
    }
}
