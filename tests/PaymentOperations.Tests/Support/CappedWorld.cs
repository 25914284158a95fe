using Azure.Data.Tables;
using PaymentOperations.Caps;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.Codes;

namespace PaymentOperations.Tests.Support;

/// <summary>A world whose merchant has daily caps, and what they have counted.</summary>
internal static class CappedWorld
{
    public static World Start(
        LedgerStorage storage,
        decimal refunds = 100m,
        int linkSends = 10,
        string zone = "UTC",
        Action<OperationTimes>? times = null,
        TimeProvider? clock = null
    ) => World.Start(storage, times, merchant => Capped(merchant, refunds, linkSends, zone), clock);

    public static Merchant Capped(Merchant merchant, decimal refunds = 100m, int linkSends = 10, string zone = "UTC") =>
        merchant with
        {
            Currency = Iso4217.Find("THB"),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            DailyRefundValue = Money.FromAmount(refunds),
            DailyLinkSends = linkSends,
        };

    /// <summary>What was counted on all days, by the sums, which have to be those of the reservations.</summary>
    public static async Task<long> CountedAsync(this World world, CapKind kind)
    {
        var rows = await world
            .Tables.Caps.QueryAsync<TableEntity>(row =>
                string.Compare(row.PartitionKey, $"{world.Merchant.Id}|") >= 0
                && string.Compare(row.PartitionKey, $"{world.Merchant.Id}}}") < 0
            )
            .Where(row => row.PartitionKey.EndsWith($"|{kind}", StringComparison.Ordinal))
            .ToListAsync();
        foreach (var day in rows.GroupBy(row => row.PartitionKey))
            day.Sum(row => row.GetInt64("amount") ?? 0).ShouldBe(day.Sum(row => row.GetInt64("used") ?? 0), day.Key);

        return rows.Sum(row => row.GetInt64("used") ?? 0);
    }
}
