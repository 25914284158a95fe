using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>An authorized payment is cancelled before any money moved.</summary>
internal sealed class VoidedPayment : IStep
{
    public string Title => "A void: an authorized payment is cancelled at once";

    public async Task PlayAsync(Stage stage)
    {
        var answer = await stage.Shop.PostAsync(
            "voids",
            new JsonObject { ["invoiceNo"] = DemoInvoices.AuthorizedToo },
            "demo-void",
            "id",
            "status",
            "gateway.status"
        );

        stage.Timeline.Check("the app answers with the end of it", "200", answer.StatusNumber);
        stage.Timeline.Check("the void has", "succeeded", answer["status"]);
        var record = await stage.Gateway.RecordAsync(DemoInvoices.AuthorizedToo);
        stage.Timeline.Check("the gateway has the payment voided", "V", record["status"]);
    }
}
