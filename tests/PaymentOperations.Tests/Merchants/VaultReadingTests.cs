using Sandbox.KeyVault;

namespace PaymentOperations.Tests.Merchants;

/// <summary>How often one instance reads one secret, counted where Key Vault would count it.</summary>
public sealed class VaultReadingTests : IAsyncLifetime
{
    private const string Name = "JT01-secret-key";
    private const int Callers = 64;
    private VaultUnderTest _sut = null!;

    public async ValueTask InitializeAsync()
    {
        _sut = await VaultUnderTest.StartAsync();
        // Whoever asks first is asked for a token, and asks again: that is of the connection and not of the secret.
        _sut.Emulator.SetSecret("JT01-api-keys", "[]");
        await _sut.Secrets.GetApiKeysAsync(VaultUnderTest.JT01, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task is_once_in_five_minutes_however_many_ask()
    {
        _sut.Emulator.SetSecret(Name, "value");

        for (var minute = 0; minute <= 20; minute++)
        {
            await AskAllAsync();
            _sut.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        _sut.Emulator.ListingsOf(Name).ShouldBe(5);
    }

    [Fact]
    public async Task is_tried_four_times_a_minute_while_the_vault_is_away_and_everybody_is_served()
    {
        var known = _sut.Emulator.SetSecret(Name, "value");
        await _sut.SecretKeyVersionsAsync();
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));
        _sut.Emulator.Availability = KeyVaultAvailability.Down;
        var before = _sut.Emulator.ListingsOf(Name);

        // Ten minutes.
        for (var step = 0; step < 120; step++)
        {
            (await AskAllAsync()).ShouldAllBe(versions => versions.Single() == known);
            _sut.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        // The client repeats each try once.
        (_sut.Emulator.ListingsOf(Name) - before).ShouldBeLessThanOrEqualTo(2 * 40);
        _sut.Emulator.Availability = KeyVaultAvailability.Up;
        _sut.Clock.Advance(TimeSpan.FromSeconds(15));
        var other = _sut.Emulator.SetSecret(Name, "other");
        (await _sut.SecretKeyVersionsAsync()).ShouldBe([other, known]);
    }

    [Fact]
    public async Task is_once_a_minute_at_most_in_a_storm_of_messages_that_do_not_verify()
    {
        _sut.Emulator.SetSecret(Name, "value");
        await AskAllAsync();

        for (var step = 0; step < 60; step++)
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _sut.FindsOtherKeysAsync()));
            _sut.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        _sut.Emulator.ListingsOf(Name).ShouldBe(1 + 10);
    }

    [Fact]
    public async Task of_an_older_ledger_key_is_one_however_many_rows_name_it()
    {
        const string Ledger = "ledger-data-key";
        var oldest = _sut.Emulator.SetSecret(Ledger, Convert.ToBase64String(new byte[32]));
        for (var version = 0; version < 2; version++)
            _sut.Emulator.SetSecret(Ledger, Convert.ToBase64String(new byte[32]));
        await _sut.Secrets.GetLedgerDataKeyAsync(CancellationToken.None);
        var requests = _sut.Emulator.Requests;

        await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => _sut.Secrets.GetLedgerDataKeyAsync(oldest, CancellationToken.None).AsTask())
        );

        _sut.Emulator.Requests.ShouldBe(requests + 1);
    }

    private Task<string[][]> AskAllAsync() =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(_sut.SecretKeyVersionsAsync)));
}
