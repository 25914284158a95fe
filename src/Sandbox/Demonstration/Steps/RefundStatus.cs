namespace Sandbox.Demonstration.Steps;

/// <summary>The shop asks 2C2P itself for its refunds.</summary>
internal sealed class RefundStatus : IStep
{
    public string Title => "The gateway's own list of refunds";

    public async Task PlayAsync(Stage stage)
    {
        stage.Timeline.Request("shop", $"GET /refunds?invoiceNo={DemoInvoices.Settled}&source=gateway");
        var answer = await stage.Shop.ReadAsync($"refunds?invoiceNo={DemoInvoices.Settled}&source=gateway");
        stage.Timeline.Answer(answer.StatusNumber);

        stage.Timeline.Check(
            "amounts that were given back",
            "250.00",
            string.Join(", ", answer.List("items").Select(item => item["amount"]))
        );
    }
}
