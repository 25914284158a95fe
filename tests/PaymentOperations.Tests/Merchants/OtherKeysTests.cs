using PaymentOperations.Merchants;
using TwoC2P.Merchants;

namespace PaymentOperations.Tests.Merchants;

/// <summary>Which keys there are to try after those that were used.</summary>
public sealed class OtherKeysTests : IAsyncLifetime
{
    private const string Name = "JT01-secret-key";
    private static readonly CancellationToken None = CancellationToken.None;
    private VaultUnderTest _sut = null!;

    public async ValueTask InitializeAsync() => _sut = await VaultUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task all_whose_messages_did_not_verify_at_once_get_the_new_key()
    {
        _sut.Emulator.SetSecret(Name, "first");
        await _sut.SecretKeyVersionsAsync();
        var second = _sut.Emulator.SetSecret(Name, "second");
        var used = await UsedAsync();

        var found = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => FindAsync(used, KeyDoubt.Unproved))));

        found.ShouldAllBe(keys => keys != null && keys.Keys.SecretKeys[0].Version == second);
    }

    [Fact]
    public async Task who_used_the_old_key_gets_the_new_one_also_when_another_found_it_a_moment_ago()
    {
        _sut.Emulator.SetSecret(Name, "first");
        var used = await UsedAsync();
        var second = _sut.Emulator.SetSecret(Name, "second");
        await FindAsync(used, KeyDoubt.Unproved);

        var late = await FindAsync(used, KeyDoubt.Unproved);

        late.ShouldNotBeNull().Keys.SecretKeys[0].Version.ShouldBe(second);
    }

    [Fact]
    public async Task what_the_gateway_refused_with_the_other_keys_hash_is_signed_with_that_one()
    {
        var old = _sut.Emulator.SetSecret(Name, "old");
        var current = _sut.Emulator.SetSecret(Name, "current");
        var used = await UsedAsync();

        (await FindAsync(used, KeyDoubt.SignedWithOther)).ShouldNotBeNull();

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([old, current]);
    }

    [Fact]
    public async Task the_gateways_change_to_the_new_key_turns_it_back()
    {
        var old = _sut.Emulator.SetSecret(Name, "old");
        var current = _sut.Emulator.SetSecret(Name, "current");
        await FindAsync(await UsedAsync(), KeyDoubt.SignedWithOther);
        var used = await UsedAsync();

        // As many as had a request under way.
        for (var call = 0; call < 3; call++)
            await FindAsync(used, KeyDoubt.SignedWithOther);

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([current, old]);
    }

    [Fact]
    public async Task a_newer_version_is_signed_with_whatever_was_chosen_before()
    {
        _sut.Emulator.SetSecret(Name, "old");
        var current = _sut.Emulator.SetSecret(Name, "current");
        await FindAsync(await UsedAsync(), KeyDoubt.SignedWithOther);
        var newest = _sut.Emulator.SetSecret(Name, "newest");
        _sut.Clock.Advance(TimeSpan.FromMinutes(5));

        (await _sut.SecretKeyVersionsAsync()).ShouldBe([newest, current]);
    }

    [Fact]
    public async Task there_are_none_where_keys_are_not_what_is_wrong()
    {
        _sut.Emulator.SetSecret(Name, "first");
        var used = await UsedAsync();
        _sut.Emulator.SetSecret(Name, "second");

        (await FindAsync(used, KeyDoubt.None)).ShouldBeNull();
    }

    private async Task<GatewayMerchant> UsedAsync() => await _sut.Secrets.GetGatewayMerchantAsync(_sut.Merchant, None);

    private async Task<GatewayMerchant?> FindAsync(GatewayMerchant used, KeyDoubt doubt) =>
        await _sut.Secrets.FindOtherKeysAsync(_sut.Merchant, used, doubt, None);
}
