using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Lists operations, the newest first; with a moment that they changed since, the oldest change first.</summary>
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
        var order = settings.UpdatedSince is null ? "newest first" : "oldest change first";
        Screen.Note(
            hasMore ? $"{found.Count} shown, {order}, and there are more: give --limit." : $"{found.Count} operations, {order}."
        );
        return ExitCodes.Done;
    }
}
