using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>A refund that 2C2P itself decides later.</summary>
internal sealed class ApmRefund : IStep
{
    public string Title => "An APM refund: the gateway takes its time, so it is pending";

    /// <summary>Address of the operation below the merchant's; without id before the step was played.</summary>
    public string Path { get; private set; } = "refunds/";

    public async Task PlayAsync(Stage stage)
    {
        var accepted = await stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = DemoInvoices.Apm, ["amount"] = 750.00m },
            "demo-apm-refund",
            "id",
            "status"
        );
        Path = $"refunds/{accepted["id"]}";
        stage.Timeline.Check("the app answers", "202", accepted.StatusNumber);

        var pending = await stage.Shop.WaitForAsync(Path, "pending", "gateway.respCode", "gateway.respDesc");

        stage.Timeline.Check("the refund is", "pending", pending["status"]);
        stage.Timeline.Check("the gateway calls it", "RP", pending["gateway.status"]);
    }
}
