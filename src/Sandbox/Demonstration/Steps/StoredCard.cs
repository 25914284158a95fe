using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>A card is stored, read, changed and forgotten. Its full number goes in and never comes out.</summary>
internal sealed class StoredCard : IStep
{
    // Mastercard's published test number.
    private const string Number = "5555555555554444";
    private const string Masked = "555555XXXXXX4444";

    public string Title => "A card is stored, read, changed and deleted; its number is seen nowhere";

    public async Task PlayAsync(Stage stage)
    {
        var added = await stage.Shop.PostAsync(
            "cards",
            Card(Number),
            Card(Masked),
            "demo-card",
            "storeCardUniqueID",
            "panMasked"
        );
        stage.Timeline.Check("the app answers", "201", added.StatusNumber);

        var id = added["storeCardUniqueID"];
        var read = await stage.Shop.GetAsync($"cards/{id}", "panMasked", "panBank", "cardholderName");
        var record = await stage.Gateway.RecordAsync("cards", id);
        stage.Timeline.Check("the number as it is shown", Masked, read["panMasked"]);
        stage.Timeline.Check("the gateway has the same", Text(record), Text(read));

        var changed = await stage.Shop.PatchAsync(
            $"cards/{id}",
            new JsonObject { ["cardholderName"] = "Mei Tan Lee" },
            "cardholderName"
        );
        stage.Timeline.Check("the name is now", "Mei Tan Lee", changed["cardholderName"]);

        var deleted = await stage.Shop.DeleteAsync($"cards/{id}");
        stage.Timeline.Check("the app answers", "204", deleted.StatusNumber);
        stage.Timeline.Check(
            "the gateway, asked for the card, says",
            "404",
            (await stage.Gateway.RecordAsync("cards", id)).StatusNumber
        );
    }

    private static JsonObject Card(string number) =>
        new()
        {
            ["pan"] = number,
            ["panExpiry"] = "1231",
            ["panBank"] = "DBS Bank",
            ["panCountry"] = "SG",
            ["panCurrency"] = "702",
            ["cardholderName"] = "Mei Tan",
        };

    private static string Text(Answer card) => $"{card["panMasked"]} {card["panBank"]} {card["cardholderName"]}";
}
