using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>An authorized payment is captured.</summary>
internal sealed class Settlement : IStep
{
    public string Title => "A settlement: an authorized payment of 500.00 is captured";

    public async Task PlayAsync(Stage stage)
    {
        var accepted = await stage.Shop.PostAsync(
            "settlements",
            new JsonObject { ["invoiceNo"] = DemoInvoices.Authorized, ["amount"] = 500.00m },
            "demo-settlement",
            "id",
            "status"
        );
        stage.Timeline.Check("the app answers", "202", accepted.StatusNumber);

        var ended = await stage.Shop.WaitForAsync($"settlements/{accepted["id"]}", "succeeded", "gateway.status");

        stage.Timeline.Check("the settlement has", "succeeded", ended["status"]);
        var record = await stage.Gateway.RecordAsync(DemoInvoices.Authorized);
        stage.Timeline.Check("the gateway has the payment ready for settlement", "RS", record["status"]);
    }
}
