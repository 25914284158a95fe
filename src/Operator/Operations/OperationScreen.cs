using System.Text.Json.Nodes;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Shows one operation with its history.</summary>
internal static class OperationScreen
{
    public static void Show(this Screen screen, JsonNode operation, bool json)
    {
        if (json)
        {
            screen.Json(operation);
            return;
        }

        screen.Show(
            Tables.OfOne(
                operation,
                ("id", "id"),
                ("kind", "kind"),
                ("merchant", "merchantId"),
                ("invoice", "invoiceNo"),
                ("amount", "amount"),
                ("currency", "currency"),
                ("status", "status"),
                ("needs review", "needsReview"),
                ("because", "reviewReason"),
                ("waits for", "blockedBy"),
                ("next step", "nextStep"),
                ("reason", "reason"),
                ("metadata", "metadata"),
                ("attempts", "attempts"),
                ("2C2P", "gateway"),
                ("accepted", "createdAt"),
                ("changed", "updatedAt")
            )
        );
        if (operation["history"] is JsonArray history)
            screen.Show(
                Tables.Of(
                    history.Select(entry => entry!),
                    ("at", "at"),
                    ("from", "from"),
                    ("to", "to"),
                    ("by", "by"),
                    ("what", "note")
                )
            );
    }
}
