using PaymentOperations.Reconciliation;

namespace PaymentOperations.Tests.Reconciliation;

internal static class ReportAssertions
{
    /// <summary>The one line of this finding.</summary>
    public static ReportLine ShouldContainSingle(this IReadOnlyList<ReportLine> report, Finding finding) =>
        report.Where(line => line.Finding == finding).ShouldHaveSingleItem();
}
