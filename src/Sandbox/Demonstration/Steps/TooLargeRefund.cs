using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>More is asked for than is left of the payment.</summary>
internal sealed class TooLargeRefund : IStep
{
    public string Title => "A refund that is too large: 800.00 of the 750.00 that are left";

    public async Task PlayAsync(Stage stage)
    {
        var answer = await stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = DemoInvoices.Settled, ["amount"] = 800.00m },
            "demo-too-large",
            "code",
            "refundable"
        );
        stage.Timeline.Detail(answer["title"]);
        stage.Timeline.Detail(answer["detail"]);

        stage.Timeline.Check("the app answers", "422", answer.StatusNumber);
        stage.Timeline.Check("the error is", "amount_exceeds_refundable", answer["code"]);
        stage.Timeline.Check("it says what would fit", "750.00", answer["refundable"]);
        stage.Timeline.Check("refunds at the gateway", "1", await stage.Gateway.RefundCountAsync(DemoInvoices.Settled));
    }
}
