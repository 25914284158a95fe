namespace Sandbox.Demonstration.Steps;

/// <summary>The shop did not get the answer and sends its request again, as it should.</summary>
internal sealed class SameRequestAgain(CardRefund refund) : IStep
{
    public string Title => "The same request again: the same operation, and one refund at the gateway";

    public async Task PlayAsync(Stage stage)
    {
        var answer = await CardRefund.RequestAsync(stage);

        stage.Timeline.Check("the app answers", "202", answer.StatusNumber);
        stage.Timeline.Check("the operation is the first one", refund.OperationId, answer["id"]);
        stage.Timeline.Check("header Idempotency-Replayed", "true", answer.Header("Idempotency-Replayed"));
        stage.Timeline.Check("refunds at the gateway", "1", await stage.Gateway.RefundCountAsync(DemoInvoices.Settled));
    }
}
