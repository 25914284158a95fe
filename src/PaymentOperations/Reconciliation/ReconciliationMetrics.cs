using System.Diagnostics.Metrics;

namespace PaymentOperations.Reconciliation;

/// <summary>Counts what was found, after it was committed.</summary>
internal sealed class ReconciliationMetrics
{
    private readonly Counter<long> _findings;

    public ReconciliationMetrics(IMeterFactory meters) =>
        _findings = meters
            .Create(OperationMetricNames.Meter)
            .CreateCounter<long>(
                OperationMetricNames.ReconciliationFindings,
                "{line}",
                "Operations and refunds that were held against 2C2P's word."
            );

    public void Found(IEnumerable<ReportLine> lines)
    {
        foreach (var (finding, count) in lines.CountBy(line => line.Finding))
            _findings.Add(count, new KeyValuePair<string, object?>("finding", finding.Word()));
    }
}
