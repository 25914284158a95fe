using System.Text.RegularExpressions;

namespace Infra.Tests.Alerts;

/// <summary>What a KQL query names.</summary>
internal sealed partial record Query(string Of, string Text)
{
    public IReadOnlyList<string> Metrics => Quoted(MetricFilter());

    public IReadOnlyList<string> EventIds => Quoted(EventFilter());

    /// <summary>Events that it asks for in tables that have them never.</summary>
    public IReadOnlyList<string> EventsOfOtherTables =>
        [
            .. EventIds.Where(id =>
                !Text.Contains(
                    Source.EventIdsWithException.Contains(id) ? "AppExceptions" : "AppTraces",
                    StringComparison.Ordinal
                )
            ),
        ];

    /// <summary>Values that tags are compared with.</summary>
    public IReadOnlyList<string> TagValues => Quoted(TagFilter());

    public override string ToString() => $"{Of}:\n{Text}";

    private List<string> Quoted(Regex filter) =>
        [
            .. filter
                .Matches(Text)
                .SelectMany(match => Constant().Matches(match.Value))
                .Select(match => match.Groups["value"].Value),
        ];

    [GeneratedRegex(@"\bName (==|in) (\([^)]*\)|'[^']*')", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MetricFilter();

    [GeneratedRegex(
        @"Properties\.EventId\) (==|in) (\([^)]*\)|'[^']*')",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex EventFilter();

    [GeneratedRegex(
        @"(Properties\.(result|outcome|kind|api)\)|Outcome) (==|in) (\([^)]*\)|'[^']*')",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex TagFilter();

    [GeneratedRegex("'(?<value>[^']*)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Constant();
}
