using Infra.Tests.Support;

namespace Infra.Tests.Secrets;

/// <summary>No file that git keeps has a secret in it. Runs with every other test, so also in CI, before anything is merged.</summary>
public sealed class SecretScanTests
{
    private static readonly string[] KeyFiles = [".pfx", ".p12", ".key", ".jks", ".keystore", ".ppk", ".snk", ".env"];

    // Each in two parts, so that this file is not found.
    public static TheoryData<string, string> Planted =>
        new()
        {
            { "-----BEGIN RSA PRIV", "ATE KEY-----" },
            { "-----BEGIN PRIV", "ATE KEY-----" },
            { "-----BEGIN PGP PRIV", "ATE KEY BLOCK-----" },
            { "DefaultEndpointsProtocol=https;AccountName=a;Acc", $"ountKey={Letters(86)}==;EndpointSuffix=core.windows.net" },
            { "Endpoint=sb://a;SharedAcc", $"essKey={Letters(43)}=" },
            { "Server=a;User=b;Pass", "word=hunter2hunter2;" },
            { "https://a.blob.core.windows.net/b?sv=2025-01-05&si", $"g={Letters(43)}%3D" },
            { "aB18", $"Q~{Letters(34)}" },
            { "ghp", $"_{Letters(36)}" },
            { "github_pat", $"_{Letters(82)}" },
            { "glp", $"at-{Letters(20)}" },
            { "npm", $"_{Letters(36)}" },
            { "oy", $"2{Letters(43)}" },
            { "AKI", "A1234567890ABCDEF" },
            { "AIz", $"a{Letters(35)}" },
            { "xox", "b-1234567890-abc" },
            { "sk_li", $"ve_{Letters(24)}" },
            { "whs", $"ec_{Letters(32)}" },
            { "eyJ", $"{Letters(20)}.{Letters(60)}.{Letters(43)}" },
        };

    [Fact]
    public async Task No_file_has_a_secret_in_it()
    {
        List<string> found = [];
        foreach (var path in await Repository.TrackedAsync())
        {
            if (PublicSecrets.Files.ContainsKey(path))
                continue;

            found.AddRange(
                KeyFiles
                    .Where(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                    .Select(_ => $"{path}: a file of keys")
            );
            found.AddRange(Secrets(path).Where(each => !PublicSecrets.Texts.ContainsKey(each.Secret)).Select(each => each.Words));
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_allowed_that_is_not_there()
    {
        var tracked = await Repository.TrackedAsync();
        var texts = tracked.SelectMany(Secrets).Select(each => each.Secret).ToHashSet(StringComparer.Ordinal);

        PublicSecrets.Files.Keys.Except(tracked).ShouldBeEmpty();
        PublicSecrets.Texts.Keys.Except(texts).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void What_is_planted_is_found(string first, string second) =>
        SecretPattern.All.SelectMany(pattern => pattern.In($"key = \"{first}{second}\"\n")).ShouldNotBeEmpty();

    [Fact]
    public void Every_pattern_finds_something_planted() =>
        SecretPattern
            .All.Where(pattern => !Planted.Any(row => pattern.In($"key = \"{row.Data.Item1}{row.Data.Item2}\"\n").Any()))
            .ShouldBeEmpty();

    // Neither the secret nor a part of it: what a test says is written down by whoever runs it.
    private static IEnumerable<(string Secret, string Words)> Secrets(string path)
    {
        var text = Repository.Read(path);
        return SecretPattern.All.SelectMany(pattern => pattern.In(text).Select(secret => (secret, $"{path}: {pattern.Name}")));
    }

    private static string Letters(int count) => string.Concat(Enumerable.Repeat("abc123xyz", 10))[..count];
}
