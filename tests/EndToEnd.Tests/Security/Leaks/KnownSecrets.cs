using System.Collections.Concurrent;
using EndToEnd.Tests.Worlds;
using Sandbox;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Every secret of this run: those of the tests, and those of each sandbox that there was.</summary>
internal static class KnownSecrets
{
    public const string ExampleCard = "the well-known card";

    // Published for every Azurite, and in the place of a key that opens everything.
    private const string StorageKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly ConcurrentBag<Secret> OfSandboxes = [];

    private static readonly IReadOnlyList<Secret> OfTests =
    [
        .. Seeds.All(),
        // The tests of refusals write it in wrong places.
        Secret.OfCard(ExampleCard, "4111111111111111"),
        Secret.OfText("the storage account's key", StorageKey),
        .. WorldMerchant.All.Select(merchant => Secret.OfText($"{merchant.Id}'s API key", merchant.ApiKey)),
    ];

    public static void AddThoseOf(SandboxEnvironment sandbox)
    {
        foreach (var secret in VaultSecrets.Of(sandbox))
            OfSandboxes.Add(secret);
    }

    /// <summary>Finds all that are known now.</summary>
    public static SecretFinder Finder() => new(OfTests.Concat(OfSandboxes));
}
