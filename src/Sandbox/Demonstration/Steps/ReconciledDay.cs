using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>The daily report holds the ledger against 2C2P's own word: a refund that somebody made in the portal is in it, and ours agree.</summary>
internal sealed class ReconciledDay : IStep
{
    private const string Invoice = "DEMO-RECONCILED-1";
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    public string Title => "Reconciliation: what 2C2P did and nobody here asked for is found";

    public async Task PlayAsync(Stage stage)
    {
        await stage.Gateway.AddPaymentAsync(Invoice, "90.00");
        var accepted = await stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = Invoice, ["amount"] = 30.00m },
            "demo-reconciled-refund",
            "id"
        );
        await stage.Shop.WaitForAsync($"operations/{accepted["id"]}", "succeeded");
        stage.Timeline.Act("gateway", $"somebody refunds 10.00 of {Invoice} in the portal");
        await stage.Gateway.RefundInPortalAsync(Invoice, "10.00");

        var started = await stage.Shop.PostAsync("reconciliations", [], "demo-reconciliation", "date", "status");
        var path = $"reconciliations/{started["date"]}";
        var report = await new Polling(stage.Time, stage.Stop).UntilAsync(
            () => stage.Shop.ReadAsync(path),
            answer => answer["status"] == "finished",
            Within
        );
        stage.Timeline.Request("shop", $"GET /{path}  until it is finished");
        stage.Timeline.Answer(
            $"{report.StatusNumber}  {string.Join("  ", report.List("findings").Select(finding => $"{finding["finding"]}={finding["count"]}"))}"
        );

        var lines = report.List("lines").Where(line => line["invoiceNo"] == Invoice).ToList();
        stage.Timeline.Check(
            "our refund",
            "agree 30.00",
            Words(lines.Find(line => line["operationId"] == accepted["id"]), "amount")
        );
        stage.Timeline.Check(
            "the portal's refund",
            "missingHere 10.00",
            Words(lines.Find(line => line["operationId"].Length == 0), "gatewayAmount")
        );
    }

    private static string Words(Answer? line, string amount) => line is null ? "no line" : $"{line["finding"]} {line[amount]}";
}
