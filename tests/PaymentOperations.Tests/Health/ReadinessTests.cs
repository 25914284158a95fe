using PaymentOperations.Health;
using PaymentOperations.Merchants;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Health;

public sealed class ReadinessTests(LedgerStorage storage)
{
    [Fact]
    public async Task stale_secrets_are_a_warning_for_as_long_as_they_are_stale()
    {
        await using var world = World.Start(storage);
        var sut = world.Get<IReadiness>();
        world.Secrets.Health = SecretsHealth.Stale;

        var stale = await KeyVaultAsync(sut);
        world.Secrets.Health = SecretsHealth.Good;
        world.Time.Advance(TimeSpan.FromSeconds(11));
        var good = await KeyVaultAsync(sut);

        stale.Ready.ShouldBeTrue();
        stale.Warning.ShouldNotBeNull().ShouldContain("known from before");
        good.ShouldBe(new PartHealth("key vault", Ready: true));
    }

    [Fact]
    public async Task secrets_that_nobody_knows_make_the_app_not_ready()
    {
        await using var world = World.Start(storage);
        world.Secrets.Health = SecretsHealth.Unavailable;

        (await KeyVaultAsync(world.Get<IReadiness>())).Ready.ShouldBeFalse();
    }

    // Anybody may ask, and hang up: others would be told for ten seconds that nothing can be reached.
    [Fact]
    public async Task who_hangs_up_changes_nothing_of_what_others_are_told()
    {
        await using var world = World.Start(storage);
        var sut = world.Get<IReadiness>();
        using var caller = new CancellationTokenSource();
        world.Storage.Before = _ => caller.Cancel();

        await sut.CheckAsync(caller.Token);
        var others = await sut.CheckAsync(CancellationToken.None);

        others.ShouldAllBe(part => part.Ready);
    }

    private static async Task<PartHealth> KeyVaultAsync(IReadiness readiness) =>
        (await readiness.CheckAsync(CancellationToken.None)).Single(part => part.Name == "key vault");
}
