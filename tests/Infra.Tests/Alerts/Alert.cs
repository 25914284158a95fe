using System.Text.Json.Nodes;
using Infra.Tests.Resources;

namespace Infra.Tests.Alerts;

/// <summary>An alert as Azure would be asked for it.</summary>
internal sealed record Alert(string Name, JsonObject Resource)
{
    public const string OfLogs = "Microsoft.Insights/scheduledQueryRules";
    public const string OfPlatformMetrics = "Microsoft.Insights/metricAlerts";

    public JsonNode Properties => Resource["properties"]!;

    public JsonNode Criterion => Properties["criteria"]!["allOf"]!.AsArray().ShouldHaveSingleItem()!;

    public double Threshold => Criterion["threshold"]!.GetValue<double>();

    public string Operator => Predicted.Text(Criterion["operator"]);

    public Query? Query => Criterion["query"] is { } query ? new Query(Name, Predicted.Text(query)) : null;

    /// <summary>All alerts, named without the app's name at their end.</summary>
    public static IReadOnlyList<Alert> AllOf(Predicted environment)
    {
        var app = $"-{Predicted.Text(environment.Single("Microsoft.Web/sites")["name"])}";
        return
        [
            .. environment
                .OfType(OfLogs)
                .Concat(environment.OfType(OfPlatformMetrics))
                .Select(resource => new Alert(
                    Predicted.Text(resource["name"]).Replace(app, "", StringComparison.Ordinal),
                    resource
                )),
        ];
    }
}
