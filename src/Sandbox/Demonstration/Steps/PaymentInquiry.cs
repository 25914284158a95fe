namespace Sandbox.Demonstration.Steps;

/// <summary>The shop asks what 2C2P knows of a payment.</summary>
internal sealed class PaymentInquiry : IStep
{
    public string Title => "An inquiry: what does 2C2P know of a payment?";

    public async Task PlayAsync(Stage stage)
    {
        var answer = await stage.Shop.GetAsync(
            $"payments?invoiceNo={DemoInvoices.Settled}",
            "status",
            "amount",
            "gatewayStatus",
            "maskedPan"
        );

        stage.Timeline.Check("the payment is", "settled", answer["status"]);
        stage.Timeline.Check("its amount is", "1000.00", answer["amount"]);
    }
}
