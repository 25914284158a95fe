using System.Text.Json.Nodes;

namespace Functions.Tests.QuickPay;

/// <summary>Requests for links.</summary>
internal static class LinkRequests
{
    public const string Links = "merchants/JT01/quickpay/links";
    public const string Link = $"{Links}/231095";
    public const string Send = $"{Link}/send";

    public static JsonObject Delivery() =>
        new()
        {
            ["emails"] = new JsonArray("a@shop.example", "b@shop.example"),
            ["cc"] = new JsonArray("c@shop.example"),
            ["emailSubject"] = "Your order",
            ["emailMessage"] = "Please pay.",
            ["mobiles"] = new JsonArray("+6599999999"),
            ["smsMessage"] = "Please pay",
        };

    public static JsonObject NewLink() =>
        new()
        {
            ["orderIdPrefix"] = "SPRING-1",
            ["description"] = "Spring promotion",
            ["currency"] = "SGD",
            ["amount"] = 100.00m,
            ["expiry"] = "2026-12-31T23:59:59+07:00",
        };

    /// <summary>The same with a member set to JSON text, or without it (null). A path has a dot where an object is inside.</summary>
    public static string With(this JsonObject body, string path, string? json)
    {
        var names = path.Split('.');
        var parent = names.SkipLast(1).Aggregate(body, (parent, name) => parent[name]!.AsObject());
        parent.Remove(names[^1]);
        if (json is null)
            return body.ToJsonString();

        // As it is: it may be JSON that no reader takes.
        parent[names[^1]] = "(here)";
        return body.ToJsonString().Replace("\"(here)\"", json, StringComparison.Ordinal);
    }
}
