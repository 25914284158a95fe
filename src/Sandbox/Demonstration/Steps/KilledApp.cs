using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>The app dies between sending a refund and hearing what came of it.</summary>
internal sealed class KilledApp : IStep
{
    private const int GatewaySeconds = 2;

    public string Title => "The app is killed in the middle of a refund, and finishes it after its restart";

    public async Task PlayAsync(Stage stage)
    {
        stage.Timeline.Act("gateway", $"will take {GatewaySeconds} s over the refund of {DemoInvoices.SettledToo}");
        await stage.Gateway.DelayAsync(DemoInvoices.SettledToo, "R", GatewaySeconds);
        var accepted = await stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = DemoInvoices.SettledToo, ["amount"] = 100.00m },
            "demo-killed-app",
            "id",
            "status"
        );
        var path = $"refunds/{accepted["id"]}";
        stage.Timeline.Check("the app answers", "202", accepted.StatusNumber);
        if (!await stage.Gateway.HasReceivedAsync(DemoInvoices.SettledToo, "R"))
        {
            stage.Timeline.Fail("the refund is on its way", "a request R at the gateway", "");
            return;
        }

        stage.Timeline.Act("gateway", "has received the refund and works on it");
        await KillAndRestartAsync(stage);

        var found = await stage.Shop.GetAsync(path, "status", "attempts");
        stage.Timeline.Check("the accepted refund is not lost", accepted["id"], found["id"]);
        stage.Timeline.Act("app", "waits until the dead process can no longer be sending, then asks the gateway");
        var ended = await stage.Shop.WaitForAsync(path, "succeeded", "attempts", "gateway.refundReferenceNo");
        foreach (var entry in ended.List("history"))
            stage.Timeline.Detail($"{entry["to"], -10}  {entry["note"]}");

        var steps = string.Join(", ", ended.List("history").Select(entry => entry["to"]));
        stage.Timeline.Check("it went through", "accepted, submitting, unknown, succeeded", steps);
        stage.Timeline.Check(
            "requests R at the gateway",
            "1",
            await stage.Gateway.RequestCountAsync(DemoInvoices.SettledToo, "R")
        );
        stage.Timeline.Check("refunds at the gateway", "1", await stage.Gateway.RefundCountAsync(DemoInvoices.SettledToo));
    }

    private static async Task KillAndRestartAsync(Stage stage)
    {
        var app = stage.Sandbox.App;
        stage.Timeline.Act("sandbox", $"kill -KILL {Number(app.ProcessId)}   (the app; nobody hears the gateway's answer)");
        await app.KillAsync();
        await app.StartAsync(stage.Stop);
        stage.Timeline.Act("sandbox", $"has started the app again, process {Number(app.ProcessId)}");
    }

    private static string Number(int? processId) => processId?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
