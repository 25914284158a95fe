using PaymentOperations.Merchants;
using Sandbox.KeyVault;

namespace PaymentOperations.Tests.Merchants;

public sealed class SecretCacheTests : IAsyncLifetime
{
    private const string Name = "JT01-secret-key";
    private VaultUnderTest _sut = null!;

    public async ValueTask InitializeAsync() => _sut = await VaultUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task the_current_version_comes_first_and_the_previous_one_after_it()
    {
        _sut.Emulator.SetSecret(Name, "oldest");
        var previous = _sut.Emulator.SetSecret(Name, "previous");
        var current = _sut.Emulator.SetSecret(Name, "current");

        var versions = await _sut.SecretKeyVersionsAsync();

        versions.ShouldBe([current, previous]);
    }

    [Fact]
    public async Task a_value_is_kept_for_five_minutes()
    {
        _sut.Emulator.SetSecret(Name, "first");
        await _sut.SecretKeyVersionsAsync();
        var requests = _sut.Emulator.Requests;
        var second = _sut.Emulator.SetSecret(Name, "second");

        _sut.Clock.Advance(TimeSpan.FromMinutes(4.9));
        (await _sut.SecretKeyVersionsAsync()).ShouldNotContain(second);
        _sut.Emulator.Requests.ShouldBe(requests);

        _sut.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await _sut.SecretKeyVersionsAsync())[0].ShouldBe(second);
    }

    [Fact]
    public async Task all_who_ask_at_once_share_one_reading()
    {
        _sut.Emulator.SetSecret(Name, "value");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _sut.SecretKeyVersionsAsync()));

        // The challenge, the list and the value.
        _sut.Emulator.Requests.ShouldBe(3);
    }

    [Theory]
    [InlineData(KeyVaultAvailability.Down)]
    [InlineData(KeyVaultAvailability.Silent)]
    [InlineData(KeyVaultAvailability.Forbidden)]
    public async Task the_known_value_is_served_while_the_vault_is_out_of_order(KeyVaultAvailability outage)
    {
        var known = _sut.Emulator.SetSecret(Name, "known");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Availability = outage;
        _sut.Clock.Advance(TimeSpan.FromHours(6));

        var versions = await _sut.SecretKeyVersionsAsync();

        versions.ShouldBe([known]);
    }

    [Fact]
    public async Task during_an_outage_only_one_call_in_15_seconds_waits_for_the_vault()
    {
        _sut.Emulator.SetSecret(Name, "known");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Availability = KeyVaultAvailability.Down;
        _sut.Clock.Advance(TimeSpan.FromMinutes(6));
        await _sut.SecretKeyVersionsAsync();
        var requests = _sut.Emulator.Requests;

        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Requests.ShouldBe(requests);

        _sut.Clock.Advance(TimeSpan.FromSeconds(16));
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Requests.ShouldBeGreaterThan(requests);
    }

    [Fact]
    public async Task without_a_known_value_an_outage_is_an_error_that_names_the_secret_and_ends_with_the_outage()
    {
        _sut.Emulator.SetSecret(Name, "the value");
        _sut.Emulator.Availability = KeyVaultAvailability.Down;

        var error = await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);

        error.SecretName.ShouldBe(Name);
        error.ToString().ShouldNotContain("the value");
        _sut.Emulator.Availability = KeyVaultAvailability.Up;
        _sut.Clock.Advance(TimeSpan.FromSeconds(4));
        (await _sut.SecretKeyVersionsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task disabling_the_newest_version_goes_back_to_the_one_before()
    {
        var good = _sut.Emulator.SetSecret(Name, "good");
        _sut.Emulator.Disable(Name, _sut.Emulator.SetSecret(Name, "wrong"));

        var versions = await _sut.SecretKeyVersionsAsync();

        versions.ShouldBe([good]);
    }

    [Fact]
    public async Task a_secret_that_was_taken_away_is_not_served_from_memory()
    {
        var version = _sut.Emulator.SetSecret(Name, "value");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Disable(Name, version);
        _sut.Clock.Advance(TimeSpan.FromMinutes(6));

        await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);
    }

    [Fact]
    public async Task a_missing_secret_is_an_error_that_names_it()
    {
        var error = await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);

        error.Message.ShouldContain(Name);
    }

    [Fact]
    public async Task an_early_refresh_finds_the_new_key_and_is_allowed_once_a_minute()
    {
        _sut.Emulator.SetSecret(Name, "first");
        await _sut.SecretKeyVersionsAsync();
        var second = _sut.Emulator.SetSecret(Name, "second");

        (await _sut.FindsOtherKeysAsync()).ShouldBeTrue();
        (await _sut.SecretKeyVersionsAsync())[0].ShouldBe(second);

        var third = _sut.Emulator.SetSecret(Name, "third");
        var requests = _sut.Emulator.Requests;
        _sut.Clock.Advance(TimeSpan.FromSeconds(59));
        (await _sut.FindsOtherKeysAsync()).ShouldBeFalse();
        _sut.Emulator.Requests.ShouldBe(requests);

        _sut.Clock.Advance(TimeSpan.FromSeconds(2));
        (await _sut.FindsOtherKeysAsync()).ShouldBeTrue();
        (await _sut.SecretKeyVersionsAsync())[0].ShouldBe(third);
    }

    [Fact]
    public async Task an_early_refresh_that_finds_the_same_key_says_so()
    {
        _sut.Emulator.SetSecret(Name, "only");
        await _sut.SecretKeyVersionsAsync();

        var changed = await _sut.FindsOtherKeysAsync();

        changed.ShouldBeFalse();
    }
}
