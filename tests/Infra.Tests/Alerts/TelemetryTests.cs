using System.Text.Json.Nodes;
using Infra.Tests.Resources;
using Infra.Tests.Support;

namespace Infra.Tests.Alerts;

/// <summary>An alert on something that nobody emits stays silent for ever: what the queries name must be in the source.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public void Every_metric_that_a_query_names_is_emitted_by_the_code()
    {
        Source.Metrics.ShouldNotBeEmpty();
        foreach (var query in Queries())
            query.Metrics.Except(Source.Metrics).ShouldBeEmpty(query.ToString());
    }

    [Fact]
    public void Every_log_event_that_a_query_names_is_written_by_the_code()
    {
        Source.EventIds.ShouldNotBeEmpty();
        foreach (var query in Queries())
            query.EventIds.Except(Source.EventIds).ShouldBeEmpty(query.ToString());
    }

    // A query for one would count the other too.
    [Fact]
    public void Every_log_event_has_an_id_of_its_own()
    {
        Source.EventIds.ShouldBeUnique();
    }

    // What is logged with an exception is in AppExceptions (ExportTests in tests/Functions.Tests): an alert that asks AppTraces for it never sounds.
    [Fact]
    public void Every_log_event_is_asked_for_in_the_table_that_it_is_written_to()
    {
        Source.EventIdsWithException.ShouldContain("2203");
        Source.EventIdsWithException.ShouldNotContain("2002");
        foreach (var query in Queries())
            query.EventsOfOtherTables.ShouldBeEmpty(query.ToString());
    }

    [Fact]
    public void Every_value_of_a_tag_that_a_query_names_is_said_by_the_code()
    {
        var named = Queries().SelectMany(query => query.TagValues).Distinct().ToList();

        named.ShouldContain("unverified");
        named.ShouldContain("never_sent");
        named.Where(word => !Source.Says(word)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_query_asks_for_something_that_the_code_emits()
    {
        foreach (var query in Queries().Where(query => !query.Text.StartsWith("AppRequests", StringComparison.Ordinal)))
            query.Metrics.Concat(query.EventIds).ShouldNotBeEmpty(query.ToString());
    }

    [Fact]
    public void Every_metric_of_operations_and_calls_is_in_the_workbook()
    {
        var shown = Workbook().SelectMany(query => query.Metrics);

        Source.Metrics.Where(metric => metric.Contains('.', StringComparison.Ordinal)).Except(shown).ShouldBeEmpty();
    }

    private static IReadOnlyList<Query> Queries() =>
        [.. Alert.AllOf(Predicted.Prod).Select(alert => alert.Query).OfType<Query>(), .. Workbook()];

    private static IReadOnlyList<Query> Workbook() =>
        [
            .. JsonNode.Parse(Repository.Read("infra", "modules", "workbook.json"))!["items"]!
                .AsArray()
                .Where(item => item!["content"]!["query"] is not null)
                .Select(item => new Query(Predicted.Text(item!["name"]), Predicted.Text(item["content"]!["query"]))),
        ];
}
