using Spectre.Console;

namespace Sandbox.Demonstration.Steps;

/// <summary>What the gateway has recorded beside what our ledger has, for every payment that was touched.</summary>
internal sealed class BothRecords : IStep
{
    public string Title => "The gateway's own record beside ours";

    public async Task PlayAsync(Stage stage)
    {
        var ours = await AllOperationsAsync(stage.Shop);
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("Invoice", "At the gateway", "In our ledger", "");
        var same = 0;
        foreach (var invoiceNo in DemoInvoices.All)
        {
            var record = await stage.Gateway.RecordAsync(invoiceNo);
            var comparison = RecordComparison.Of(record, [.. ours.Where(operation => operation["invoiceNo"] == invoiceNo)]);
            same += comparison.IsSame ? 1 : 0;
            table.AddRow(
                Markup.Escape(invoiceNo),
                Markup.Escape(comparison.Gateway),
                Markup.Escape(comparison.Ours),
                comparison.IsSame ? "[green]✓[/]" : "[red]✗[/]"
            );
        }

        table.Caption("S settled, RS ready for settlement, V voided, RF refund confirmed");
        stage.Timeline.Write(table);
        stage.Timeline.Check("payments on which both agree", Of(DemoInvoices.All.Count), Of(same));
    }

    private static string Of(int count) => $"{count} of {DemoInvoices.All.Count}";

    /// <summary>The list comes in pages.</summary>
    private static async Task<IReadOnlyList<Answer>> AllOperationsAsync(Shop shop)
    {
        var operations = new List<Answer>();
        var cursor = "";
        do
        {
            var page = await shop.ReadAsync(
                cursor.Length == 0 ? "operations" : $"operations?cursor={Uri.EscapeDataString(cursor)}"
            );
            operations.AddRange(page.List("items"));
            cursor = page["nextCursor"];
        } while (cursor.Length > 0);
        return operations;
    }
}
