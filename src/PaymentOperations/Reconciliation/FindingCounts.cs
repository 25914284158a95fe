using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Adds up findings.</summary>
internal static class FindingCounts
{
    /// <summary>Every finding, so that a zero is seen as one.</summary>
    public static IReadOnlyList<FindingCount> None { get; } =
    [.. Enum.GetValues<Finding>().Select(finding => new FindingCount(finding, 0, Money.Zero, Money.Zero))];

    public static IReadOnlyList<FindingCount> Add(IReadOnlyList<FindingCount> counts, IReadOnlyCollection<ReportLine> lines) =>
        [
            .. Enum.GetValues<Finding>()
                .Select(finding =>
                {
                    var so = counts.FirstOrDefault(count => count.Finding == finding);
                    var found = lines.Where(line => line.Finding == finding).ToList();
                    return new FindingCount(
                        finding,
                        (so?.Count ?? 0) + found.Count,
                        (so?.Amount ?? Money.Zero) + new Money(found.Sum(line => line.Amount?.MinorUnits ?? 0)),
                        (so?.GatewayAmount ?? Money.Zero) + new Money(found.Sum(line => line.GatewayAmount?.MinorUnits ?? 0))
                    );
                }),
        ];
}
