using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>A payment link is made and sent; one recipient cannot be reached; it is read and deleted.</summary>
internal sealed class PaymentLink : IStep
{
    private const string Prefix = "DEMO-LINK";
    private const string Email = "mei@shop.example";
    private const string Mobile = "+6599999999";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public string Title => "A payment link by e-mail and text message, of which one does not arrive";

    public async Task PlayAsync(Stage stage)
    {
        await stage.Gateway.FailDeliveryAsync(Prefix, Mobile);
        var expiry = stage.Time.GetUtcNow().Add(Lifetime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var made = await stage.Shop.PostAsync("quickpay/links", Link(expiry), "demo-link", "qpID", "url");
        stage.Timeline.Check("the app answers", "201", made.StatusNumber);
        stage.Timeline.Check("by e-mail", "delivered", ResultFor(made, Email));
        stage.Timeline.Check("by text message", "failed", ResultFor(made, Mobile));

        var id = made["qpID"];
        var path = $"quickpay/links/{id}";
        var read = await stage.Shop.GetAsync(path, "amount", "currency", "expiry", "currentApproved");
        var record = await stage.Gateway.RecordAsync("links", id);
        stage.Timeline.Check("the link is good until", expiry, read["expiry"]);
        stage.Timeline.Check("the gateway has the same amount", record["fields.amount"], read["amount"]);

        var deleted = await stage.Shop.DeleteAsync(path);
        stage.Timeline.Check("the app answers", "204", deleted.StatusNumber);
        stage.Timeline.Check(
            "the gateway, asked for the link, says",
            "404",
            (await stage.Gateway.RecordAsync("links", id)).StatusNumber
        );
    }

    private static string ResultFor(Answer made, string recipient) =>
        made.List("recipients").FirstOrDefault(result => result["recipient"] == recipient)?["result"] ?? "";

    private static JsonObject Link(string expiry) =>
        new()
        {
            ["orderIdPrefix"] = Prefix,
            ["description"] = "Order 1001",
            ["currency"] = "SGD",
            ["amount"] = 200.00m,
            ["expiry"] = expiry,
            ["send"] = new JsonObject
            {
                ["emails"] = new JsonArray(Email),
                ["emailSubject"] = "Your order",
                ["emailMessage"] = "Please pay here.",
                ["mobiles"] = new JsonArray(Mobile),
                ["smsMessage"] = "Please pay here.",
            },
        };
}
