namespace Sandbox.Demonstration.Steps;

/// <summary>2C2P ends the refund and says so with its own signature.</summary>
internal sealed class GatewaysCallback(ApmRefund refund) : IStep
{
    public string Title => "The gateway ends the refund and calls back: verified, and believed";

    public async Task PlayAsync(Stage stage)
    {
        stage.Timeline.Act("gateway", $"has paid out the refund of {DemoInvoices.Apm}");
        await stage.Gateway.DoAsync("transactions/refunds/finish", DemoInvoices.Apm);
        // The forged one was number 1.
        var callback = await stage.Gateway.CallbackAsync(DemoInvoices.Apm, number: 2);
        stage.Timeline.Request("gateway", $"POST {ForgedCallback.AddressOf(callback)}  {callback?["status"]}");
        stage.Timeline.Answer(callback?["httpStatus"] ?? "not sent");
        stage.Timeline.Check("the app answers", "200", callback?["httpStatus"] ?? "");

        var ended = await stage.Shop.WaitForAsync(refund.Path, "succeeded", "gateway.status", "gateway.refundReferenceNo");

        stage.Timeline.Check("the refund has", "succeeded", ended["status"]);
    }
}
