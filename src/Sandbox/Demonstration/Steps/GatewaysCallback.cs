using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>2C2P ends the refund and says so with its own signature.</summary>
internal sealed class GatewaysCallback(ApmRefund refund) : IStep
{
    /// <summary>The forged one was the first.</summary>
    private const int Callbacks = 2;

    public string Title => "The gateway ends it and calls back: verified, asked for, believed";

    public async Task PlayAsync(Stage stage)
    {
        await stage.Gateway.DoAsync("transactions/refunds/finish", new JsonObject { ["invoiceNo"] = DemoInvoices.Apm });
        var status = await stage.Gateway.NotificationStatusAsync(DemoInvoices.Apm, Callbacks);
        stage.Timeline.Check("the app answers the gateway's callback", "200", status);

        var ended = await stage.Shop.WaitForAsync(refund.Path, "succeeded", "gateway.status", "gateway.refundReferenceNo");

        stage.Timeline.Check("the refund has", "succeeded", ended["status"]);
    }
}
