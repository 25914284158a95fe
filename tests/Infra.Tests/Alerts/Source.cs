using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Alerts;

/// <summary>What the code under src/ can emit.</summary>
internal static partial class Source
{
    private static readonly Lazy<string> Everything = new(() =>
        string.Join('\n', Repository.Files("src", "*.cs").Select(file => Repository.Read(file)))
    );

    /// <summary>Values of the constants in files named *MetricNames.cs.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        .. Repository
            .Files("src", "*MetricNames.cs")
            .SelectMany(file => MetricName().Matches(Repository.Read(file)))
            .Select(match => match.Groups["name"].Value),
    ];

    /// <summary>Ids of all source-generated log messages.</summary>
    public static IReadOnlyList<string> EventIds { get; } =
    [.. EventId().Matches(Everything.Value).Select(match => match.Groups["id"].Value)];

    /// <summary>Whether the code has a constant text with exactly this value: as a tag's value, for instance.</summary>
    public static bool Says(string word) => Everything.Value.Contains($"\"{word}\"", StringComparison.Ordinal);

    [GeneratedRegex("""const string \w+ = "(?<name>[^"]+)";""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MetricName();

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(EventId = )?(?<id>[0-9]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex EventId();
}
