namespace TwoC2P.Simulator.QuickPay;

/// <summary>
/// A QuickPay link. <c>Fields</c> holds the values of its request as they were sent, by their published names, without the
/// expiry, whose form depends on the version of the message that shows it.
/// </summary>
internal sealed record Link(
    string MerchantId,
    string QpId,
    string Url,
    DateTime Expiry,
    IReadOnlyDictionary<string, string> Fields,
    int CurrentApproved = 0,
    int CurrentPending = 0,
    int ClickCount = 0
)
{
    public string this[string name] => Fields.GetValueOrDefault(name, "");
}
