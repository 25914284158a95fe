using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>Somebody who knows the callback's address, but not the secret key, says that the refund is done.</summary>
internal sealed class ForgedCallback(ApmRefund refund) : IStep
{
    public string Title => "A forged callback says that it is done: it is refused";

    public async Task PlayAsync(Stage stage)
    {
        var sent = await stage.Gateway.DoAsync(
            "notifications",
            new JsonObject { ["invoiceNo"] = DemoInvoices.Apm, ["mode"] = "forged" }
        );
        var attempt = sent.List("attempts") is [var only] ? only : null;
        stage.Timeline.Detail($"{attempt?["httpStatus"]}  from POST {attempt?["url"]}");
        stage.Timeline.Check("the app answers the forger", "401", attempt?["httpStatus"] ?? "");

        var after = await stage.Shop.GetAsync(refund.Path, "status");

        stage.Timeline.Check("the refund is still", "pending", after["status"]);
    }
}
