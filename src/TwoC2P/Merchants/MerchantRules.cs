using TwoC2P.Protocol;

namespace TwoC2P.Merchants;

/// <summary>The rules for what the merchant's configuration adds to every request.</summary>
internal static class MerchantRules
{
    public static IEnumerable<FieldError> Check(GatewayMerchant merchant, string? version, int maxVersionLength = 5)
    {
        if (!MerchantId.IsWellFormed(merchant.MerchantId.Text))
            yield return new FieldError("merchantID", "Configure the merchant id that 2C2P gave, 1 to 15 letters and digits.");

        if (!MessageVersion.IsWellFormed(version, maxVersionLength))
            yield return new FieldError(
                "version",
                $"Configure the message version, such as 2.4, in at most {maxVersionLength} characters."
            );
    }
}
