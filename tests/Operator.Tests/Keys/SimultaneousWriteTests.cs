using Sandbox.KeyVault;

namespace Operator.Tests.Keys;

/// <summary>Key Vault takes every write: what is said when two people change one list at the same time, and when it fails in the middle.</summary>
public sealed class SimultaneousWriteTests : IAsyncLifetime
{
    private const string Shop = "new --id shop --scopes payments:read";
    private static readonly string Theirs = $$"""[{"id":"theirs","sha256":"{{new string('b', 64)}}","scopes":["voids:read"]}]""";

    private KeyVaultUnderTest sut = null!;
    private string theirVersion = "";

    [Fact]
    public async Task what_somebody_wrote_before_ours_is_named_since_it_is_in_force_no_more()
    {
        Once("PUT", WriteTheirs);

        (await sut.RunAsync(Shop)).ShouldBe(5);

        sut.Output.ShouldStartWith("sk_");
        sut.Notes.ShouldContain($"somebody else wrote version {theirVersion} at the same time");
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["shop"]);
    }

    [Fact]
    public async Task a_change_that_somebody_wrote_over_is_said_to_be_lost_and_its_key_is_not_printed()
    {
        AfterOurWrite(WriteTheirs);

        (await sut.RunAsync(Shop)).ShouldBe(3);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain("this change is not in it. Run the same command again.");
        (await sut.RunAsync(Shop)).ShouldBe(0, sut.Notes);
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["theirs", "shop"]);
    }

    [Fact]
    public async Task whoever_goes_on_with_our_change_loses_nothing()
    {
        Task<int>? theirs = null;
        AfterOurWrite(() => theirs = sut.RunAsync("new --id second --scopes voids:read"));

        (await sut.RunAsync(Shop)).ShouldBe(0, sut.Notes);

        (await theirs!).ShouldBe(0);
        sut.Output.ShouldStartWith("sk_");
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["shop", "second"]);
    }

    [Fact]
    public async Task whoever_goes_on_with_our_change_does_not_hide_whose_ours_has_covered()
    {
        Task<int>? third = null;
        Once(
            "PUT",
            async () =>
            {
                await WriteTheirs();
                Once("GET", () => third = sut.RunAsync("new --id third --scopes voids:read"));
            }
        );

        (await sut.RunAsync(Shop)).ShouldBe(5);

        sut.Notes.ShouldContain($"somebody else wrote version {theirVersion} at the same time");
        (await third!).ShouldBe(0);
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["shop", "third"]);
    }

    [Fact]
    public async Task a_write_that_fails_is_said_to_be_open_and_its_key_is_not_printed()
    {
        Once("GET", SwitchOff);

        (await sut.RunAsync(Shop)).ShouldBe(3);

        sut.Output.ShouldBeEmpty();
        sut.Notes.ShouldContain("Whether the change was made is not known");
    }

    [Fact]
    public async Task a_key_that_is_written_is_printed_even_if_nothing_more_can_be_seen()
    {
        Once("PUT", SwitchOff);

        (await sut.RunAsync(Shop)).ShouldBe(5);

        sut.Output.ShouldStartWith("sk_");
        sut.Notes.ShouldContain("Whether somebody else wrote at the same time could not be seen");
        sut.Vault.Availability = KeyVaultAvailability.Up;
        (await sut.AppAsync()).Select(key => key.Id).ShouldBe(["shop"]);
    }

    public async ValueTask InitializeAsync() => sut = await KeyVaultUnderTest.StartAsync();

    public ValueTask DisposeAsync() => sut.DisposeAsync();

    private Task SwitchOff()
    {
        sut.Vault.Availability = KeyVaultAvailability.Down;
        return Task.CompletedTask;
    }

    private Task WriteTheirs()
    {
        theirVersion = sut.Vault.SetSecret(KeyVaultUnderTest.Secret, Theirs);
        return Task.CompletedTask;
    }

    /// <summary>Does something just before the first call of a method is answered.</summary>
    private void Once(string method, Func<Task> action) =>
        sut.Vault.BeforeAnswer = (called, _) => called == method ? Last(action) : Task.CompletedTask;

    /// <summary>Does something between our write and the look at what else was written.</summary>
    private void AfterOurWrite(Func<Task> action) =>
        Once(
            "PUT",
            () =>
            {
                Once("GET", action);
                return Task.CompletedTask;
            }
        );

    private Task Last(Func<Task> action)
    {
        sut.Vault.BeforeAnswer = null;
        return action();
    }
}
