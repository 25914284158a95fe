using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Resources;

/// <summary>The resources of one environment, from the committed snapshot (SnapshotTests proves that it is true).</summary>
internal sealed class Predicted
{
    private readonly List<JsonObject> _resources;

    private Predicted(string environment)
    {
        var snapshot = JsonNode.Parse(Repository.Read("infra", $"main.{environment}.snapshot.json"))!;
        _resources = [.. snapshot["predictedResources"]!.AsArray().Select(resource => resource!.AsObject())];
    }

    public static Predicted Dev { get; } = new("dev");

    public static Predicted Prod { get; } = new("prod");

    public static IReadOnlyList<Predicted> Both { get; } = [Dev, Prod];

    public IReadOnlyList<JsonObject> All => _resources;

    public JsonObject Single(string type) => OfType(type).ShouldHaveSingleItem();

    public IReadOnlyList<JsonObject> OfType(string type) => [.. _resources.Where(resource => Text(resource["type"]) == type)];

    /// <summary>Last parts of the names of all resources of a type.</summary>
    public IReadOnlyList<string> Names(string type) =>
        [.. OfType(type).Select(resource => Text(resource["name"]).Split('/')[^1])];

    public static string Text(JsonNode? node) => node!.GetValue<string>();

    public static bool IsTrue(JsonNode? node) => node!.GetValue<bool>();
}
