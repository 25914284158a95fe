using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>A part of a card payment is given back.</summary>
internal sealed class CardRefund : IStep
{
    private const string Key = "demo-card-refund";

    public string Title => "A card refund of 250.00: accepted at once, done a moment later";

    /// <summary>Id of the operation; empty before the step was played.</summary>
    public string OperationId { get; private set; } = "";

    public async Task PlayAsync(Stage stage)
    {
        var accepted = await RequestAsync(stage);
        OperationId = accepted["id"];
        stage.Timeline.Check("the app answers", "202", accepted.StatusNumber);

        var ended = await stage.Shop.WaitForAsync($"refunds/{OperationId}", "succeeded", "attempts", "gateway.refundReferenceNo");

        stage.Timeline.Check("the refund has", "succeeded", ended["status"]);
        stage.Timeline.Check("refunds at the gateway", "1", await stage.Gateway.RefundCountAsync(DemoInvoices.Settled));
    }

    /// <summary>The very same request each time.</summary>
    public static Task<Answer> RequestAsync(Stage stage) =>
        stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = DemoInvoices.Settled, ["amount"] = 250.00m },
            Key,
            "id",
            "status"
        );
}
