using System.Text.Json;
using System.Text.Json.Nodes;

namespace DevelopmentHosting.Functions;

/// <summary>What sets a function off. The worker describes it as JSON.</summary>
/// <param name="Name">The parameter that gets what set it off.</param>
internal abstract record Trigger(string Name)
{
    /// <summary>Reads one binding; null when it is no trigger that this host knows.</summary>
    public static Trigger? Read(string rawBinding)
    {
        var binding = JsonNode.Parse(rawBinding)!.AsObject();
        var name = Text(binding, "name") ?? "";
        return Text(binding, "type")?.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => new HttpTrigger(name, Text(binding, "route"), Texts(binding["methods"])),
            "QUEUETRIGGER" => new QueueTrigger(
                name,
                Text(binding, "queueName")!,
                Text(binding, "connection"),
                QueuePayloadOf(binding)
            ),
            "TIMERTRIGGER" => new TimerTrigger(
                name,
                Text(binding, "schedule")!,
                Flag(binding, "runOnStartup") ?? false,
                Flag(binding, "useMonitor") ?? true
            ),
            _ => null,
        };
    }

    private static QueuePayload QueuePayloadOf(JsonObject binding) =>
        Flag(binding["properties"] as JsonObject, "supportsDeferredBinding") == true ? QueuePayload.Reference
        : string.Equals(Text(binding, "dataType"), "Binary", StringComparison.OrdinalIgnoreCase) ? QueuePayload.Bytes
        : QueuePayload.Text;

    private static string? Text(JsonObject binding, string name) => binding[name]?.ToString();

    // The worker writes some flags as texts.
    private static bool? Flag(JsonObject? binding, string name) =>
        bool.TryParse(binding?[name]?.ToString(), out var flag) ? flag : null;

    private static string[] Texts(JsonNode? list) => list?.Deserialize<string[]>() ?? [];
}
