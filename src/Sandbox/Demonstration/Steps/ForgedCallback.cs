namespace Sandbox.Demonstration.Steps;

/// <summary>Somebody who knows the callback's address, but not the secret key, says that the refund is done.</summary>
internal sealed class ForgedCallback(ApmRefund refund) : IStep
{
    public string Title => "A forged callback says that the refund is done: it is refused";

    public async Task PlayAsync(Stage stage)
    {
        await stage.Gateway.DoAsync("notifications", DemoInvoices.Apm, mode: "forged");
        var callback = await stage.Gateway.CallbackAsync(DemoInvoices.Apm, number: 1);
        stage.Timeline.Request("forger", $"POST {AddressOf(callback)}  RF, not our key");
        stage.Timeline.Answer(callback?["httpStatus"] ?? "not sent");
        stage.Timeline.Check("the app answers", "401", callback?["httpStatus"] ?? "");

        var after = await stage.Shop.GetAsync(refund.Path, "status");

        stage.Timeline.Check("the refund is still", "pending", after["status"]);
    }

    /// <summary>The path that a callback was sent to.</summary>
    public static string AddressOf(Answer? callback) =>
        Uri.TryCreate(callback?["url"], UriKind.Absolute, out var url) ? url.AbsolutePath : "";
}
