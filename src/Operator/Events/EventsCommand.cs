using System.Globalization;
using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Events;

/// <summary>Lists what happened, oldest first.</summary>
internal sealed class EventsCommand(ApiConnections connections, Screen screen) : ApiCommand<EventSettings>(connections, screen)
{
    private const int MostPerPart = 100;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, EventSettings settings, CancellationToken cancellationToken)
    {
        List<JsonNode> found = [];
        var (after, hasMore) = (settings.After, true);
        while (hasMore && found.Count < settings.Limit)
        {
            var query = new ApiQuery()
                .With("after", after)
                .With("limit", Math.Min(MostPerPart, settings.Limit - found.Count).ToString(CultureInfo.InvariantCulture));
            var part = await api.GetAsync(query.On("events"), cancellationToken);
            found.AddRange(part["items"]!.AsArray().Select(item => item!));
            (after, hasMore) = (part["nextCursor"]?.ToString(), Screen.IsTrue(part["hasMore"]));
        }

        if (settings.Json)
            Screen.Json(new JsonArray([.. found.Select(item => item.DeepClone())]));
        else
            Screen.Show(
                Tables.Of(
                    found,
                    ("event", "id"),
                    ("at", "timestamp"),
                    ("type", "type"),
                    ("invoice", "data.invoiceNo"),
                    ("order", "order"),
                    ("operation", "data.id"),
                    ("status", "data.status")
                )
            );
        Screen.Note(hasMore ? $"{found.Count} shown, and there are more: give --after {after}." : $"{found.Count} events.");
        return ExitCodes.Done;
    }
}
