using System.Globalization;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The links that are there from the start, 231095 and 230969 as in 2C2P's samples.</summary>
internal static class LinkSeeds
{
    public static IEnumerable<Link> All(DateTime today) =>
        [
            Of("JT01", "231095", "QP-SAMPLE-1", "Spring promotion", "SGD", "100.00", today),
            Of("JT01", "230969", "QP-SAMPLE-2", "Test 123", "SGD", "200.00", today),
            Of("JT01", "230970", "QP-MULTI-1", "Donation", "THB", "500.00", today, maxTransaction: 10) with
            {
                CurrentApproved = 3,
                CurrentPending = 1,
                ClickCount = 12,
            },
            Of("JT04", "231096", "QP-SAMPLE-3", "Deposit", "THB", "1500.00", today),
        ];

    private static Link Of(
        string merchantId,
        string qpId,
        string prefix,
        string description,
        string currency,
        string amount,
        DateTime today,
        int? maxTransaction = null
    )
    {
        var fields = LinkFields.Kept.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        fields["orderIdPrefix"] = prefix;
        fields["description"] = description;
        fields["currency"] = currency;
        fields["amount"] = amount;
        fields["allowMultiplePayment"] = maxTransaction is null ? "N" : "Y";
        fields["maxTransaction"] = maxTransaction?.ToString(CultureInfo.InvariantCulture) ?? "";
        fields["request3DS"] = "N";
        fields["enableStoreCard"] = "N";
        fields["recurring"] = "N";
        return new Link(merchantId, qpId, LinkNumbers.UrlOf(qpId), today.AddDays(91).AddSeconds(-1), fields);
    }
}
