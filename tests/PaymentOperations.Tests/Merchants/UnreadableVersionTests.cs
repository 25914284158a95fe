using PaymentOperations.Merchants;

namespace PaymentOperations.Tests.Merchants;

/// <summary>A new version of a secret has not the form that it should have.</summary>
public sealed class UnreadableVersionTests : IAsyncLifetime
{
    private const string Name = "JT01-secret-key";
    private const string Unreadable = "  ";
    private VaultUnderTest _sut = null!;

    public async ValueTask InitializeAsync()
    {
        _sut = await VaultUnderTest.StartAsync();
        _sut.Emulator.SetSecret("ledger-data-key", Convert.ToBase64String(new byte[32]));
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task the_one_before_stays_in_use_and_log_and_probe_say_so()
    {
        var good = _sut.Emulator.SetSecret(Name, "good");
        await _sut.SecretKeyVersionsAsync();
        var bad = _sut.Emulator.SetSecret(Name, Unreadable);
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([good]);

        _sut.Log.Lines.ShouldContain(line => line.StartsWith("3001 ", StringComparison.Ordinal) && line.Contains(bad));
        (await _sut.Secrets.CheckAsync(CancellationToken.None)).ShouldBe(SecretsHealth.Stale);
    }

    [Fact]
    public async Task an_instance_that_starts_afterwards_uses_the_one_before_too()
    {
        var good = _sut.Emulator.SetSecret(Name, "good");
        _sut.Emulator.SetSecret(Name, Unreadable);

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([good]);

        (await _sut.Secrets.CheckAsync(CancellationToken.None)).ShouldBe(SecretsHealth.Stale);
    }

    [Fact]
    public async Task the_vault_is_not_asked_more_often_and_a_right_version_ends_it()
    {
        var good = _sut.Emulator.SetSecret(Name, "good");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.SetSecret(Name, Unreadable);
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));
        await _sut.SecretKeyVersionsAsync();
        var listings = _sut.Emulator.ListingsOf(Name);

        _sut.Clock.Advance(TimeSpan.FromMinutes(4.9));
        var right = _sut.Emulator.SetSecret(Name, "right");
        (await _sut.SecretKeyVersionsAsync()).ShouldBe([good]);
        _sut.Emulator.ListingsOf(Name).ShouldBe(listings);

        _sut.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await _sut.SecretKeyVersionsAsync())[0].ShouldBe(right);
        (await _sut.Secrets.CheckAsync(CancellationToken.None)).ShouldBe(SecretsHealth.Good);
    }

    [Fact]
    public async Task two_of_them_leave_the_good_one_in_use()
    {
        var good = _sut.Emulator.SetSecret(Name, "good");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.SetSecret(Name, Unreadable);
        _sut.Emulator.SetSecret(Name, Unreadable);
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([good]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task a_version_that_was_taken_away_does_not_stay_in_use_for_them(int mistakes)
    {
        var leaked = _sut.Emulator.SetSecret(Name, "leaked");
        await _sut.SecretKeyVersionsAsync();
        for (var mistake = 0; mistake < mistakes; mistake++)
            _sut.Emulator.SetSecret(Name, Unreadable);
        _sut.Emulator.Disable(Name, leaked);
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));

        await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);
    }

    [Fact]
    public async Task a_secret_that_was_deleted_is_not_served_from_memory()
    {
        _sut.Emulator.SetSecret(Name, "value");
        await _sut.SecretKeyVersionsAsync();
        _sut.Emulator.Delete(Name);
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));

        await Should.ThrowAsync<SecretsUnavailableException>(_sut.SecretKeyVersionsAsync);
    }
}
