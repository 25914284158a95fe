using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Lists operations, the latest day first; a search, the newest first.</summary>
internal sealed class ListCommand(ApiConnections connections, Screen screen) : ApiCommand<OperationFilter>(connections, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, OperationFilter settings, CancellationToken cancellationToken)
    {
        List<JsonNode> found = [];
        var hasMore = false;
        await foreach (var operation in api.ItemsAsync(settings.Address, cancellationToken))
        {
            if (hasMore = found.Count == settings.Limit)
                break;
            found.Add(operation);
        }

        if (settings.Json)
            Screen.Json(new JsonArray([.. found.Select(operation => operation.DeepClone())]));
        else
            Screen.Show(
                Tables.Of(
                    found,
                    ("id", "id"),
                    ("kind", "kind"),
                    ("invoice", "invoiceNo"),
                    ("amount", "amount"),
                    ("status", "status"),
                    ("review", "needsReview"),
                    ("reference", "gateway.refundReferenceNo"),
                    ("accepted", "createdAt")
                )
            );
        Screen.Note(hasMore ? $"{found.Count} shown, and there are more: give --limit." : $"{found.Count} operations.");
        return ExitCodes.Done;
    }
}
