using System.Net;

namespace EndToEnd.Tests.Security.Strangers.Attempts;

/// <summary>At lists: they are the stranger's own, whatever is searched for and wherever they are to go on.</summary>
internal static class ListAttempts
{
    private const string Csv = "text/csv";

    public static Dictionary<string, IReadOnlyList<Attempt>> All { get; } =
        new()
        {
            ["ListRefunds"] =
            [
                .. OfInvoice("refunds", of => of.RefundedInvoice),
                new(of => Ask.Get($"refunds?invoiceNo={of.RefundedInvoice}&source=gateway")),
            ],
            ["ListSettlements"] = OfInvoice("settlements", of => of.SettledInvoice),
            ["ListVoids"] = OfInvoice("voids", of => of.VoidedInvoice),
            ["ListOperations"] =
            [
                Search(of => $"invoiceNo={of.RefundedInvoice}"),
                Search(of => $"reference={of.RefundReference}"),
                Search(of => $"metadata.order={of.Order}"),
                Search(of => $"cursor={Uri.EscapeDataString(of.Cursor)}"),
                Search(of => $"updatedSince=2026-01-01T00:00:00Z&cursor={Uri.EscapeDataString(of.ChangesCursor)}"),
                new(of => Ask.Get($"operations?invoiceNo={of.RefundedInvoice}") with { Accept = Csv }, HttpStatusCode.OK),
            ],
            ["ListEvents"] = [new(of => Ask.Get($"events?after={of.EventId}"), HttpStatusCode.OK)],
            ["ListQuarantine"] =
            [
                new(of => Ask.Get($"quarantine?cursor=m{of.QuarantinedId}"), HttpStatusCode.OK),
                new(of => Ask.Get($"quarantine?cursor=m{Before(of.QuarantinedId)}"), HttpStatusCode.OK),
                new(of => Ask.Get($"quarantine?cursor=u{Before(of.QuarantinedId)}"), HttpStatusCode.OK),
            ],
            ["GetReconciliation"] =
            [
                new(of => Ask.Get($"reconciliations/{of.ReportDay}")),
                new(of => Ask.Get($"reconciliations/{of.ReportDay}") with { Accept = Csv }),
            ],
        };

    private static Attempt[] OfInvoice(string what, Func<Objects, string> invoice) =>
        [
            new(of => Ask.Get($"{what}?invoiceNo={invoice(of)}"), HttpStatusCode.OK),
            new(of => Ask.Get($"{what}?invoiceNo={invoice(of)}") with { Accept = Csv }, HttpStatusCode.OK),
            new(
                of => Ask.Get($"{what}?invoiceNo={invoice(of)}&cursor={Uri.EscapeDataString(of.InvoiceCursor)}"),
                HttpStatusCode.OK
            ),
        ];

    private static Attempt Search(Func<Objects, string> query) =>
        new(of => Ask.Get($"operations?{query(of)}"), HttpStatusCode.OK);

    /// <summary>An id that sorts before: what is listed from there on would have the one that is meant.</summary>
    private static string Before(string id) => new('0', id.Length);
}
