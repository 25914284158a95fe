using Sandbox;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Looks for every known secret in everything that a world leaves behind, when it ends.</summary>
internal static class LeakCheck
{
    /// <summary>Stops the programs of a sandbox and searches it; ends it in any case; and only then fails if there was a secret.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="end">Ends it, and removes what it left.</param>
    /// <exception cref="LeakException">A secret was found.</exception>
    public static async Task EndAsync(SandboxEnvironment sandbox, Func<Task> end)
    {
        IReadOnlyList<Leak> leaks = [];
        try
        {
            leaks = await OfAsync(sandbox);
        }
        finally
        {
            await end();
        }

        LeakException.ThrowIfAny(leaks);
    }

    /// <summary>The secrets in the logs of a sandbox's programs, which are stopped, in its storage, and in what its receiver of webhooks was told.</summary>
    public static async Task<IReadOnlyList<Leak>> OfAsync(SandboxEnvironment sandbox)
    {
        await sandbox.App.StopAsync();
        await sandbox.Simulator.StopAsync();
        KnownSecrets.AddThoseOf(sandbox);
        var search = new LeakSearch(KnownSecrets.Finder());
        search.In(LoggedContent.Read(sandbox.Run));
        await search.InAsync(StoredContent.ReadAsync(sandbox.StorageConnectionString));
        search.In(ToldContent.Read(sandbox.Receiver));
        return search.Result();
    }

    /// <summary>The secrets in what was recorded in the whole run: when all worlds have ended.</summary>
    public static IReadOnlyList<Leak> OfRun()
    {
        var search = new LeakSearch(KnownSecrets.Finder());
        search.In(Recorded.Read());
        return [.. search.Result().Where(leak => !IsExample(leak))];
    }

    // The contract's example of a card to be stored.
    private static bool IsExample(Leak leak) =>
        leak.Secret == KnownSecrets.ExampleCard
        && leak.Place.StartsWith("answer 200 to GET /api/openapi.json,", StringComparison.Ordinal);
}
