using PaymentOperations.Merchants;
using Sandbox.KeyVault;
using Testing;

namespace PaymentOperations.Tests.Merchants;

/// <summary>Key Vault takes half a minute for an answer.</summary>
public sealed class SlowVaultTests : IAsyncLifetime
{
    private const string Name = "JT01-secret-key";

    // Ends only what hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private VaultUnderTest _sut = null!;

    public async ValueTask InitializeAsync() => _sut = await VaultUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task whoever_has_a_value_waits_a_second_for_a_newer_one_and_nobody_waits_after_it()
    {
        var known = _sut.Emulator.SetSecret(Name, "known");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.SetSecret(Name, "newer");
        _sut.Clock.Advance(TimeSpan.FromMinutes(6));

        using var held = _sut.Held.Hold();
        var first = _sut.SecretKeyVersionsAsync();
        _sut.Clock.Advance(TimeSpan.FromSeconds(1));

        (await first.WaitAsync(Limit)).ShouldBe([known]);
        var others = Enumerable.Range(0, 64).Select(_ => _sut.SecretKeyVersionsAsync());
        (await Task.WhenAll(others).WaitAsync(Limit)).ShouldAllBe(versions => versions.Single() == known);
    }

    [Fact]
    public async Task what_it_answers_late_is_taken_when_it_comes()
    {
        var known = _sut.Emulator.SetSecret(Name, "known");
        await _sut.SecretKeyVersionsAsync();
        var newer = _sut.Emulator.SetSecret(Name, "newer");
        _sut.Clock.Advance(TimeSpan.FromMinutes(6));
        using (_sut.Held.Hold())
        {
            var first = _sut.SecretKeyVersionsAsync();
            _sut.Clock.Advance(TimeSpan.FromSeconds(1));
            await first.WaitAsync(Limit);
        }

        await Eventually.IsTrueAsync(async () => (await _sut.SecretKeyVersionsAsync()).SequenceEqual([newer, known]));
    }

    [Fact]
    public async Task the_first_reading_of_all_ends_after_five_seconds_and_the_next_one_finds_the_value()
    {
        _sut.Emulator.SetSecret(Name, "value");
        using (_sut.Held.Hold())
        {
            var first = Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);
            await AdvanceUntilAsync(first, TimeSpan.FromSeconds(5));
        }

        _sut.Clock.Advance(TimeSpan.FromSeconds(4));
        (await _sut.SecretKeyVersionsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_vault_that_never_answers_ends_the_first_reading_without_the_deadline_too()
    {
        _sut.Emulator.SetSecret(Name, "value");
        _sut.Emulator.Availability = KeyVaultAvailability.Silent;

        // The client's own limit: no clock moves here.
        await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);
    }

    // The reading has begun on another thread or will: its deadline counts from then.
    private async Task AdvanceUntilAsync(Task done, TimeSpan step) =>
        await Eventually.IsTrueAsync(() =>
        {
            _sut.Clock.Advance(step);
            return Task.FromResult(done.IsCompleted);
        });
}
