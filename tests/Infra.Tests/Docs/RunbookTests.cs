using System.Text.RegularExpressions;
using Infra.Tests.Alerts;
using Infra.Tests.Resources;
using Infra.Tests.Support;

namespace Infra.Tests.Docs;

public sealed partial class RunbookTests
{
    private readonly string _sut = Repository.Read("docs", "runbook.md");

    [Fact]
    public void Every_alert_has_a_section_and_every_section_an_alert()
    {
        var sections = Section().Matches(_sut).Select(match => match.Groups["name"].Value);

        sections.ShouldBe([.. Alert.AllOf(Predicted.Prod).Select(alert => alert.Name), "Restore the ledger"], ignoreOrder: true);
    }

    [Fact]
    public void A_section_says_how_bad_it_is_what_to_look_at_and_what_to_do()
    {
        foreach (var alert in Alert.AllOf(Predicted.Prod))
        {
            var section = _sut.Split($"\n## {alert.Name}\n")[1].Split("\n## ")[0];

            section.ShouldContain($"**Severity {alert.Properties["severity"]}. ");
            section.ShouldContain("\nLook at");
            section.ShouldContain("```kusto\n");
            section.ShouldContain("\nDo:\n\n1. ");
        }
    }

    [Fact]
    public void Its_queries_ask_for_what_the_code_emits()
    {
        var queries = Kusto().Matches(_sut).Select(match => new Query("runbook", match.Groups["query"].Value)).ToList();

        queries.Count.ShouldBeGreaterThan(8);
        foreach (var query in queries)
        {
            query.EventIds.Except(Source.EventIds).ShouldBeEmpty(query.ToString());
            query.EventsOfOtherTables.ShouldBeEmpty(query.ToString());
            query.Metrics.Except(Source.Metrics).ShouldBeEmpty(query.ToString());
        }
    }

    // FailedFunctionTests in tests/Functions.Tests: the app's exceptions have no OperationName, and their function in a property.
    [Fact]
    public void Its_queries_for_exceptions_find_functions_by_the_property_that_has_their_names()
    {
        var queries = Kusto()
            .Matches(_sut)
            .Select(match => match.Groups["query"].Value)
            .Where(query => query.Contains("AppExceptions", StringComparison.Ordinal))
            .ToList();
        var functions = queries
            .SelectMany(query => FunctionFilter().Matches(query))
            .SelectMany(filter => Quoted().Matches(filter.Value))
            .Select(match => match.Groups["name"].Value)
            .ToList();

        queries.Where(query => query.Contains("OperationName", StringComparison.Ordinal)).ShouldBeEmpty();
        functions.ShouldContain("RunRefunds");
        functions.Where(name => Repository.Files("src/Functions", $"{name}.cs").Count == 0).ShouldBeEmpty();
    }

    [Fact]
    public void Its_events_outside_of_queries_exist()
    {
        var events = EventInText().Matches(_sut).Select(match => match.Groups["id"].Value).ToList();

        events.ShouldNotBeEmpty();
        events.Except(Source.EventIds).ShouldBeEmpty();
    }

    [GeneratedRegex("^## (?<name>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Section();

    [GeneratedRegex("```kusto\n(?<query>[^`]+)```", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Kusto();

    [GeneratedRegex(@"Properties\.functionName\) in \([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex FunctionFilter();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex("[Ee]vent (?<id>[0-9]{4})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EventInText();
}
