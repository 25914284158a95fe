using TwoC2P.Simulator.QuickPay;

namespace TwoC2P.Simulator.Control;

/// <summary>The body that makes or replaces a link; <c>Fields</c> are values by their published names, not checked.</summary>
internal sealed record NewLink(
    string MerchantId,
    string? QpId = null,
    string? Url = null,
    DateTime? Expiry = null,
    IReadOnlyDictionary<string, string>? Fields = null,
    int CurrentApproved = 0,
    int CurrentPending = 0,
    int ClickCount = 0
)
{
    public Link Build(string qpId, DateTime now)
    {
        var fields = LinkFields.Kept.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        fields["orderIdPrefix"] = $"QP-{qpId}";
        fields["description"] = "Test";
        fields["currency"] = "THB";
        fields["amount"] = "100.00";
        fields["allowMultiplePayment"] = "N";
        fields["request3DS"] = "N";
        fields["enableStoreCard"] = "N";
        fields["recurring"] = "N";
        foreach (var (name, value) in Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
            fields[name] = value;
        return new Link(
            MerchantId,
            qpId,
            Url ?? LinkNumbers.UrlOf(qpId),
            Expiry ?? now.AddDays(30),
            fields,
            CurrentApproved,
            CurrentPending,
            ClickCount
        );
    }
}
