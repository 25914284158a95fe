using System.Globalization;
using System.Text.Json;
using CsvHelper;
using PaymentGateway.Http.Json;

namespace PaymentGateway.Http.Operations;

/// <summary>
/// Operations as CSV (RFC 4180) in UTF-8, with heads. Columns keep their names and their order; new ones come behind the others. Amounts have a point and two decimals, moments are UTC (ISO 8601), what there is
/// none of is empty. A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
/// </summary>
internal static class OperationCsv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private static readonly CsvWriterOptions Form = new()
    {
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    private static readonly (string Head, Func<OperationBody, string?> Cell)[] Columns =
    [
        ("id", one => one.Id),
        ("kind", one => one.Kind),
        ("merchantId", one => one.MerchantId),
        ("invoiceNo", one => one.InvoiceNo),
        ("amount", one => one.Amount?.ToString("0.00", CultureInfo.InvariantCulture)),
        ("currency", one => one.Currency),
        ("status", one => one.Status),
        ("needsReview", one => one.NeedsReview ? "true" : "false"),
        ("reviewReason", one => one.ReviewReason),
        ("attempts", one => one.Attempts.ToString(CultureInfo.InvariantCulture)),
        ("respCode", one => one.Gateway?.RespCode),
        ("respDesc", one => one.Gateway?.RespDesc),
        ("gatewayStatus", one => one.Gateway?.Status),
        ("referenceNo", one => one.Gateway?.ReferenceNo),
        ("refundReferenceNo", one => one.Gateway?.RefundReferenceNo),
        ("approvalCode", one => one.Gateway?.ApprovalCode),
        ("reason", one => one.Reason),
        ("metadata", one => one.Metadata is { } pairs ? JsonSerializer.Serialize(pairs, ApiJson.Plain.Pairs) : null),
        ("createdAt", one => Moment(one.CreatedAt)),
        ("updatedAt", one => Moment(one.UpdatedAt)),
    ];

    /// <summary>Writes the operations as they come.</summary>
    public static async Task WriteAsync(
        Stream body,
        IAsyncEnumerable<OperationBody> operations,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(body, Form, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => column.Head)], cancellationToken);
        await foreach (var operation in operations.WithCancellation(cancellationToken))
        {
            foreach (var (_, cell) in Columns)
                csv.WriteField(cell(operation));
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private static string Moment(DateTime moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
