using Azure;
using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Sandbox.KeyVault;

namespace Sandbox.Tests.KeyVault;

public sealed class KeyVaultEmulatorTests : IAsyncLifetime
{
    private KeyVaultEmulator _sut = null!;
    private SecretClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sut = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        _client = EmulatorClient.SecretClientFor(_sut);
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task the_newest_version_is_the_current_one()
    {
        _sut.SetSecret("JT01-secret-key", "old");
        var newest = _sut.SetSecret("JT01-secret-key", "new");

        var secret = await _client.GetSecretAsync("jt01-SECRET-key");

        secret.Value.Value.ShouldBe("new");
        secret.Value.Properties.Version.ShouldBe(newest);
        secret.Value.Properties.Enabled.ShouldBe(true);
        secret.Value.Properties.CreatedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task an_older_version_can_be_read_by_its_id()
    {
        var old = _sut.SetSecret("key", "old");
        _sut.SetSecret("key", "new");

        var secret = await _client.GetSecretAsync("key", old);

        secret.Value.Value.ShouldBe("old");
    }

    [Fact]
    public async Task versions_come_in_pages_and_differ_in_age()
    {
        var added = Enumerable.Range(0, 60).Select(number => _sut.SetSecret("key", $"{number}")).ToList();

        var versions = new List<SecretProperties>();
        await foreach (var version in _client.GetPropertiesOfSecretVersionsAsync("key"))
            versions.Add(version);

        versions.OrderBy(version => version.CreatedOn).Select(version => version.Version).ShouldBe(added);
    }

    [Fact]
    public async Task a_secret_can_be_set_through_the_api()
    {
        await _client.SetSecretAsync("key", "value");

        (await _client.GetSecretAsync("key")).Value.Value.ShouldBe("value");
    }

    [Fact]
    public async Task a_missing_secret_is_404_SecretNotFound()
    {
        var reading = async () => await _client.GetSecretAsync("nowhere");

        var error = await reading.ShouldThrowAsync<RequestFailedException>();
        (error.Status, error.ErrorCode).ShouldBe((404, "SecretNotFound"));
    }

    [Fact]
    public async Task a_disabled_version_is_403()
    {
        _sut.Disable("key", _sut.SetSecret("key", "value"));

        var reading = async () => await _client.GetSecretAsync("key");

        (await reading.ShouldThrowAsync<RequestFailedException>()).Status.ShouldBe(403);
    }

    [Fact]
    public async Task a_token_that_it_did_not_issue_is_401()
    {
        _sut.SetSecret("key", "value");
        var client = EmulatorClient.SecretClientFor(
            _sut,
            DelegatedTokenCredential.Create((_, _) => new AccessToken("made-up", DateTimeOffset.MaxValue))
        );

        var reading = async () => await client.GetSecretAsync("key");

        (await reading.ShouldThrowAsync<RequestFailedException>()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task switched_off_it_answers_503_until_it_is_switched_on()
    {
        _sut.SetSecret("key", "value");
        _sut.Availability = KeyVaultAvailability.Down;

        var reading = async () => await _client.GetSecretAsync("key");

        (await reading.ShouldThrowAsync<RequestFailedException>()).Status.ShouldBe(503);
        _sut.Availability = KeyVaultAvailability.Up;
        (await reading()).Value.Value.ShouldBe("value");
    }

    [Fact]
    public async Task switched_to_silent_it_never_answers()
    {
        _sut.Availability = KeyVaultAvailability.Silent;
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var reading = async () => await _client.GetSecretAsync("key", cancellationToken: impatient.Token);

        await reading.ShouldThrowAsync<OperationCanceledException>();
        _sut.Requests.ShouldBe(1);
    }
}
