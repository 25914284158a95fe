using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Writes a report in one form.</summary>
internal interface IReportWriter
{
    /// <summary>The form's media type.</summary>
    string MediaType { get; }

    /// <summary>Writes the lines as they come.</summary>
    Task WriteAsync(Stream body, ReconciliationRun run, IAsyncEnumerable<ReportLine> lines, CancellationToken cancellationToken);
}
