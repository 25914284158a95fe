using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;

namespace Operator.Tests.Keys;

/// <summary>The commands about API keys, as they are typed, against a vault.</summary>
public sealed class KeyCommandTests : IAsyncLifetime
{
    private const string Shop = "new --id shop --scopes refunds:write,refunds:read";

    private KeyVaultUnderTest sut = null!;

    [Fact]
    public async Task the_first_key_is_printed_once_and_opens_what_it_is_for()
    {
        var key = await sut.MakeAsync($"{Shop} --expires-in 90d --address 203.0.113.0/24 --address 2001:db8::7");

        key.ShouldMatch("^sk_[A-Za-z0-9_-]{43}$");
        sut.Output.ShouldBe($"{key}{Environment.NewLine}");
        sut.Notes.ShouldNotContain(key);
        sut.Notes.ShouldContain("shop ends 2027-04-01T00:00:00Z.");
        var stored = (await sut.AppAsync()).ShouldHaveSingleItem();
        stored.Id.ShouldBe("shop");
        IsFor(stored, key).ShouldBeTrue();
        stored.Scopes.ShouldBe(["refunds:write", "refunds:read"], ignoreOrder: true);
        stored.Publishable.ShouldBeFalse();
        stored.ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddDays(90));
        stored.Addresses.ShouldBe([IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::7/128")]);
    }

    [Fact]
    public async Task no_two_keys_are_the_same_and_earlier_ones_stay()
    {
        var first = await sut.MakeAsync(Shop);
        var second = await sut.MakeAsync(
            "new --id web --scopes installments:read --publishable --origin https://shop.example.com"
        );

        second.ShouldStartWith("pk_");
        second[3..].ShouldNotBe(first[3..]);
        var keys = await sut.AppAsync();
        keys.Select(key => key.Id).ShouldBe(["shop", "web"]);
        IsFor(keys[0], first).ShouldBeTrue();
        keys[0].ExpiresAt.ShouldBeNull();
        IsFor(keys[1], second).ShouldBeTrue();
        keys[1].Publishable.ShouldBeTrue();
        keys[1].Origins.ShouldBe(["https://shop.example.com"]);
    }

    [Fact]
    public async Task a_list_that_was_written_by_hand_is_gone_on_with()
    {
        var hash = new string('a', 64);
        sut.Vault.SetSecret(KeyVaultUnderTest.Secret, $$"""[{"id":"hand","sha256":"{{hash}}","scopes":["payments:read"]}]""");

        await sut.MakeAsync(Shop);

        var keys = await sut.AppAsync();
        keys.Select(key => key.Id).ShouldBe(["hand", "shop"]);
        Convert.ToHexStringLower(keys[0].Sha256.Span).ShouldBe(hash);
    }

    [Fact]
    public async Task a_version_that_was_disabled_is_not_gone_on_with()
    {
        await sut.MakeAsync(Shop);
        sut.Vault.Disable(KeyVaultUnderTest.Secret, sut.Vault.SetSecret(KeyVaultUnderTest.Secret, "[]"));

        await sut.MakeAsync("new --id second --scopes payments:read");

        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["shop", "second"]);
    }

    [Fact]
    public async Task a_list_shows_what_keys_may_do_and_nothing_of_the_keys()
    {
        var key = await sut.MakeAsync($"{Shop} --expires-in 24h --address 203.0.113.7");
        await sut.MakeAsync("new --id web --scopes installments:read --publishable --origin https://shop.example.com");
        await sut.MakeAsync("new --id old --scopes voids:read --expires-in 30m");
        sut.Time.Advance(TimeSpan.FromHours(1));

        (await sut.RunAsync("list")).ShouldBe(0, sut.Notes);

        foreach (
            var shown in (string[])
                [
                    "shop",
                    "refunds:write",
                    "refunds:read",
                    "2027-01-02T00:00:00Z",
                    "203.0.113.7/32",
                    "web",
                    "never",
                    "https://shop.example.com",
                    "ended 2027-01-01T00:30:00Z",
                ]
        )
            sut.Output.ShouldContain(shown);
        sut.Output.ShouldNotContain(key);
        foreach (var stored in await sut.AppAsync())
            (sut.Output + sut.Notes).ShouldNotContain(Convert.ToHexStringLower(stored.Sha256.Span)[..12], Case.Insensitive);
    }

    [Fact]
    public async Task without_a_list_there_is_none_to_show()
    {
        (await sut.RunAsync("list")).ShouldBe(0);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain("nobody can call for JT01");
    }

    [Theory]
    [InlineData("--in 24h", "2027-01-02T00:00:00Z")]
    [InlineData("--now", "2027-01-01T00:00:00Z")]
    public async Task a_key_ends_when_it_is_told_to_and_the_others_do_not(string when, string end)
    {
        await sut.MakeAsync(Shop);
        await sut.MakeAsync("new --id other --scopes payments:read");

        (await sut.RunAsync($"expire --id shop {when}")).ShouldBe(0, sut.Notes);

        sut.Output.ShouldBeEmpty();
        var keys = await sut.AppAsync();
        keys.Select(key => key.Id).ShouldBe(["shop", "other"]);
        $"{keys[0].ExpiresAt:yyyy-MM-ddTHH:mm:ssZ}".ShouldBe(end);
        keys[0].Scopes.Count.ShouldBe(2);
        keys[1].ExpiresAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(3, "expire --id shop --now", "2027-01-01T00:00:00Z")]
    [InlineData(3, "expire --id shop --in 1h", "2027-01-01T01:00:00Z")]
    [InlineData(-3, "rotate --id shop --overlap 1h", "2027-01-01T01:00:00Z")]
    public async Task an_end_is_by_the_clock_of_the_vault_whatever_the_operators_machine_believes(
        int hoursAhead,
        string command,
        string end
    )
    {
        await sut.MakeAsync(Shop);
        sut.Laptop = new FakeTimeProvider(sut.Time.GetUtcNow().AddHours(hoursAhead));

        (await sut.RunAsync(command)).ShouldBe(0, sut.Notes);

        $"{(await sut.AppAsync())[0].ExpiresAt:yyyy-MM-ddTHH:mm:ssZ}".ShouldBe(end);
    }

    [Fact]
    public async Task the_first_key_ends_by_the_clock_of_the_vault_too()
    {
        sut.Laptop = new FakeTimeProvider(sut.Time.GetUtcNow().AddHours(3));

        await sut.MakeAsync($"{Shop} --expires-in 1h");

        (await sut.AppAsync())[0].ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddHours(1));
    }

    [Fact]
    public async Task an_end_is_never_put_off()
    {
        await sut.MakeAsync($"{Shop} --expires-in 1h");

        (await sut.RunAsync("expire --id shop --in 2h")).ShouldBe(1);

        sut.Notes.ShouldContain("shop ends earlier already, 2027-01-01T01:00:00Z.");
        (await sut.AppAsync())[0].ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddHours(1));
    }

    [Fact]
    public async Task after_a_rotation_both_keys_work_until_the_old_one_ends()
    {
        var old = await sut.MakeAsync($"{Shop} --address 203.0.113.0/24");

        var next = await sut.MakeAsync("rotate --id shop");

        sut.Notes.ShouldContain("The new key is shop-2. Give it to whoever has shop, which ends 2027-01-02T00:00:00Z.");
        next.ShouldStartWith("sk_");
        var keys = await sut.AppAsync();
        keys.Select(key => key.Id).ShouldBe(["shop", "shop-2"]);
        IsFor(keys[0], old).ShouldBeTrue();
        keys[0].ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddDays(1));
        IsFor(keys[1], next).ShouldBeTrue();
        keys[1].ExpiresAt.ShouldBeNull();
        keys[1].Scopes.ShouldBe(keys[0].Scopes);
        keys[1].Addresses.ShouldBe(keys[0].Addresses);
    }

    [Fact]
    public async Task a_rotation_never_lets_a_key_work_longer_and_asks_for_the_end_of_the_new_one()
    {
        await sut.MakeAsync("new --id web-2 --scopes payments:read --publishable --origin http://localhost:8080 --expires-in 1h");

        (await sut.RunAsync("rotate --id web-2")).ShouldBe(1);
        sut.Notes.ShouldContain("--expires-in");
        sut.Output.ShouldBeEmpty();
        var next = await sut.MakeAsync("rotate --id web-2 --expires-in 90d --overlap 7d");

        next.ShouldStartWith("pk_");
        var keys = await sut.AppAsync();
        keys.Select(key => key.Id).ShouldBe(["web-2", "web-3"]);
        keys[0].ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddHours(1));
        keys[1].ExpiresAt.ShouldBe(sut.Time.GetUtcNow().AddDays(90));
        keys[1].Publishable.ShouldBeTrue();
        keys[1].Origins.ShouldBe(["http://localhost:8080"]);
    }

    [Fact]
    public async Task a_key_that_ended_long_ago_leaves_the_list_with_the_next_change()
    {
        await sut.MakeAsync($"{Shop} --expires-in 1d");
        await sut.MakeAsync("new --id recent --scopes payments:read --expires-in 2d");
        sut.Time.Advance(TimeSpan.FromDays(91.5));

        await sut.MakeAsync("new --id next --scopes payments:read");

        sut.Notes.ShouldContain("shop has expired more than 90 days ago");
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["recent", "next"]);
    }

    [Theory]
    [InlineData("new --id shop --scopes payments:read", "There is a key shop already")]
    [InlineData("expire --id other --now", "There is no key other.")]
    [InlineData("rotate --id other", "There is no key other.")]
    public async Task what_does_not_fit_the_list_is_refused_and_changes_nothing(string arguments, string reason)
    {
        await sut.MakeAsync(Shop);

        (await sut.RunAsync(arguments)).ShouldBe(1);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain(reason);
        (await sut.AppAsync()).Select(key => (key.Id, key.ExpiresAt)).ShouldBe([("shop", null)]);
    }

    [Fact]
    public async Task a_list_that_the_app_would_not_take_is_not_built_on()
    {
        sut.Vault.SetSecret(KeyVaultUnderTest.Secret, """[{"id":"shop"}]""");

        (await sut.RunAsync(Shop)).ShouldBe(1);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain("is no list that the app takes");
    }

    [Theory]
    [InlineData("new --id shop --scopes refunds:write,refund:read", "There is no scope refund:read. There are: payments:read,")]
    [InlineData("new --id shop --scopes ,", "--scopes names none.")]
    [InlineData("new --id sh/op --scopes payments:read", "--id must be")]
    [InlineData("new --id shop --scopes payments:read --expires-in 90", "--expires-in must be a time")]
    [InlineData("new --id shop --scopes payments:read --expires-in 0d", "--expires-in must be a time")]
    [InlineData("new --id shop --scopes payments:read --expires-in 99999d", "--expires-in must be a time")]
    [InlineData("new --id shop --scopes payments:read --address 203.0.113.7/24", "--address 203.0.113.7/24")]
    [InlineData("new --id shop --scopes payments:read --address 203.0.113", "--address 203.0.113")]
    [InlineData("new --id shop --scopes payments:read --address 010.0.0.1", "--address 010.0.0.1")]
    [InlineData("new --id shop --scopes payments:read --address 203.0.113/32", "--address 203.0.113/32")]
    [InlineData("new --id shop --scopes payments:read --address shop.example.com", "--address shop.example.com")]
    [InlineData("new --id web --scopes payments:read --publishable", "needs --origin")]
    [InlineData("new --id web --scopes payments:read --origin https://shop.example.com", "only a publishable key")]
    [InlineData("new --id web --scopes payments:read --publishable --origin https://shop.example.com/", "is not an origin")]
    [InlineData("new --id web --scopes payments:read --publishable --origin http://shop.example.com", "is not an origin")]
    [InlineData(
        "new --id web --scopes refunds:write --publishable --origin https://shop.example.com",
        "cannot have refunds:write"
    )]
    [InlineData("new --id shop --scopes payments:read --adress 203.0.113.7", "adress")]
    [InlineData("expire --id shop", "either --in or --now")]
    [InlineData("expire --id shop --now --in 1h", "either --in or --now")]
    [InlineData("rotate --id shop --overlap 5m", "at least 10m")]
    public async Task a_wrong_command_line_reads_and_writes_nothing_and_ends_with_2(string arguments, string reason)
    {
        (await sut.RunAsync(arguments)).ShouldBe(2, sut.Notes);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain(reason);
        sut.Vault.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("JT02", "The settings have no merchant JT02, only JT01.")]
    [InlineData("jt01", "The settings have no merchant jt01, only JT01.")]
    [InlineData("JT-01", "--merchant must be")]
    public async Task a_merchant_that_there_is_not_gets_no_keys(string merchant, string reason)
    {
        (await sut.RunAsync(Shop, merchant)).ShouldBe(2);

        sut.Notes.ShouldContain(reason);
        sut.Vault.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task a_vault_that_is_down_ends_with_3_and_prints_no_key()
    {
        sut.Vault.Availability = Sandbox.KeyVault.KeyVaultAvailability.Down;

        (await sut.RunAsync(Shop)).ShouldBe(3, sut.Notes);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain("Key Vault does not answer.");
        sut.Notes.ShouldNotContain("Whether the change was made");
    }

    [Fact]
    public void times_are_shown_in_one_calendar_whatever_the_machines_is()
    {
        Operator.Keys.Duration.Read("30m").ShouldBe(TimeSpan.FromMinutes(30));
        Operator
            .Keys.Moment.Text(new DateTimeOffset(2027, 1, 1, 7, 0, 0, TimeSpan.FromHours(7)))
            .ShouldBe("2027-01-01T00:00:00Z");
    }

    public async ValueTask InitializeAsync() => sut = await KeyVaultUnderTest.StartAsync();

    public ValueTask DisposeAsync() => sut.DisposeAsync();

    private static bool IsFor(ApiKey stored, string key) =>
        stored.Sha256.Span.SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
