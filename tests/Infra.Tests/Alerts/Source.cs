using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Alerts;

/// <summary>What the app can emit: its three projects under src/, and not what only runs beside it.</summary>
internal static partial class Source
{
    private static readonly string[] Projects = ["src/Functions", "src/PaymentOperations", "src/TwoC2P"];

    private static readonly Lazy<string> Everything = new(() =>
        string.Join('\n', Projects.SelectMany(folder => Repository.Files(folder, "*.cs")).Select(file => Repository.Read(file)))
    );

    /// <summary>Values of the constants in files named *MetricNames.cs.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        .. Projects
            .SelectMany(folder => Repository.Files(folder, "*MetricNames.cs"))
            .SelectMany(file => MetricName().Matches(Repository.Read(file)))
            .Select(match => match.Groups["name"].Value),
    ];

    /// <summary>Ids of all source-generated log messages.</summary>
    public static IReadOnlyList<string> EventIds { get; } =
    [.. EventId().Matches(Everything.Value).Select(match => match.Groups["id"].Value)];

    /// <summary>Ids of the messages that are always critical.</summary>
    public static IReadOnlyList<string> CriticalEventIds { get; } =
    [.. CriticalEvent().Matches(Everything.Value).Select(match => match.Groups["id"].Value)];

    /// <summary>Ids of the messages that are written with an exception: Application Insights has them in AppExceptions, and all others in AppTraces.</summary>
    public static IReadOnlyList<string> EventIdsWithException { get; } =
    [.. EventWithException().Matches(Everything.Value).Select(match => match.Groups["id"].Value)];

    /// <summary>Whether the code has a constant text with exactly this value: as a tag's value, for instance.</summary>
    public static bool Says(string word) => Everything.Value.Contains($"\"{word}\"", StringComparison.Ordinal);

    [GeneratedRegex("""const string \w+ = "(?<name>[^"]+)";""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MetricName();

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(EventId = )?(?<id>[0-9]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex EventId();

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(EventId = )?(?<id>[0-9]+),\s*(Level = )?LogLevel\.Critical",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex CriticalEvent();

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(?<id>[0-9]+),[^\]]*\)\]\s*(private|internal|public)( static)? partial void \w+\([^)]*\bException exception\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex EventWithException();
}
