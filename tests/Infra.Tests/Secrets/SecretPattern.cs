using System.Text.RegularExpressions;

namespace Infra.Tests.Secrets;

/// <summary>What a kind of secret looks like in a text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Expression">Finds it, whole; no letter or digit stands before it.</param>
internal sealed record SecretPattern(string Name, Regex Expression)
{
    public static IReadOnlyList<SecretPattern> All { get; } =
    [
        Of("private key", "-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----"),
        Of("storage account key", "AccountKey=[A-Za-z0-9+/]{20,}={0,2}"),
        Of("key in a connection string", "SharedAccessKey=[A-Za-z0-9+/]{20,}={0,2}"),
        Of("password in a connection string", "(Password|Pwd)=[^;\"'\\s{}$<…]{8,};"),
        Of("shared access signature", "sig=[A-Za-z0-9%/+]{30,}"),
        Of("Azure client secret", "[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"),
        Of("GitHub token", "gh[pousr]_[A-Za-z0-9]{36,}"),
        Of("GitHub fine-grained token", "github_pat_[A-Za-z0-9_]{60,}"),
        Of("GitLab token", "glpat-[A-Za-z0-9_-]{20,}"),
        Of("npm token", "npm_[A-Za-z0-9]{36}"),
        Of("NuGet key", "oy2[a-z0-9]{43}"),
        Of("AWS key", "(AKIA|ASIA)[A-Z0-9]{16}"),
        Of("Google key", "AIza[A-Za-z0-9_-]{35}"),
        Of("Slack token", "xox[abeoprs]-[A-Za-z0-9-]{10,}"),
        Of("live key of a payment service", "[rs]k_live_[A-Za-z0-9]{16,}"),
        Of("webhook secret", "whsec_[A-Za-z0-9+/]{24,}={0,2}"),
        Of("signed token", "eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{40,}\\.[A-Za-z0-9_-]{40,}"),
    ];

    /// <summary>All secrets of this kind in a text.</summary>
    public IEnumerable<string> In(string text) => Expression.Matches(text).Select(match => match.Groups["secret"].Value);

    private static SecretPattern Of(string name, string expression) =>
        new(
            name,
            new Regex($"(^|[^A-Za-z0-9])(?<secret>{expression})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
        );
}
