using System.Text.Json;
using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.QuickPay;

/// <summary>The lists of texts that links have.</summary>
internal static class LinkLists
{
    /// <summary>A list of texts; empty when it is absent, or wrong and complained about.</summary>
    public static IReadOnlyList<string> Texts(this JsonObjectReader reader, string name) =>
        [.. reader.Items(name, nullsAreFine: false).OfType<string>()];

    /// <summary>A list of texts with places that may be empty (null).</summary>
    public static IReadOnlyList<string?> Places(this JsonObjectReader reader, string name)
    {
        var places = reader.Items(name, nullsAreFine: true);
        return [.. places.Take(places.FindLastIndex(place => !string.IsNullOrEmpty(place)) + 1)];
    }

    private static List<string?> Items(this JsonObjectReader reader, string name, bool nullsAreFine)
    {
        if (reader.Find(name) is not { } value)
            return [];

        var path = reader.PathOf(name);
        if (value.ValueKind == JsonValueKind.Array)
            return
            [
                .. value.EnumerateArray().Select((item, index) => Item(item, $"{path}[{index}]", nullsAreFine, reader.Errors)),
            ];

        reader.Errors.Add(path, "Give a JSON array of texts.");
        return [];
    }

    private static string? Item(JsonElement item, string path, bool isNullFine, RequestErrors errors)
    {
        if (isNullFine && item.ValueKind == JsonValueKind.Null)
            return null;
        if (JsonText.TryRead(item, out var text))
            return text;

        errors.Add(path, "Give a JSON string of whole Unicode characters.");
        return null;
    }
}
