using System.Globalization;
using CsvHelper;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>The lines as CSV (RFC 4180) in UTF-8, with heads. A cell that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    private static readonly CsvWriterOptions Form = new()
    {
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    private const string TwoDecimals = "0.00";

    private static readonly string[] Heads =
    [
        "finding",
        "invoiceNo",
        "operationId",
        "kind",
        "status",
        "amount",
        "gatewayReference",
        "gatewayStatus",
        "gatewayAmount",
        "note",
    ];

    /// <inheritdoc />
    public string MediaType => "text/csv; charset=utf-8; header=present";

    /// <inheritdoc />
    public async Task WriteAsync(
        Stream body,
        ReconciliationRun run,
        IAsyncEnumerable<ReportLine> lines,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(body, Form, leaveOpen: true);
        await csv.WriteRecordAsync(Heads, cancellationToken);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            Write(csv, LineBody.Of(line));
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter csv, LineBody line)
    {
        csv.WriteField(line.Finding);
        csv.WriteField(line.InvoiceNo);
        csv.WriteField(line.OperationId);
        csv.WriteField(line.Kind);
        csv.WriteField(line.Status);
        csv.WriteField(line.Amount, TwoDecimals);
        csv.WriteField(line.GatewayReference);
        csv.WriteField(line.GatewayStatus);
        csv.WriteField(line.GatewayAmount, TwoDecimals);
        csv.WriteField(line.Note);
    }
}
