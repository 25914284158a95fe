using TwoC2P.Merchants;
using TwoC2P.Messages;

namespace TwoC2P.PaymentAction;

/// <summary>Checks requests against 2C2P's field table, so that nothing is sent that the table rules out.</summary>
public static class PaymentProcessRequestValidator
{
    /// <summary>Checks what the caller chose; empty when all is well.</summary>
    /// <param name="request">The request.</param>
    /// <returns>One error per broken rule, by 2C2P's field names; never contains a value.</returns>
    public static IReadOnlyList<FieldError> Validate(PaymentProcessRequest request)
    {
        if (!Enum.IsDefined(request.ProcessType))
            return [new FieldError("processType", "Give one of the process types I, S, V, R and RS.")];

        return
        [
            .. FieldTableRules.Check(PaymentProcessRequestMessage.From(request), PaymentProcessLayouts.Request),
            .. PaymentProcessRules.Check(request),
        ];
    }

    /// <summary>Checks the request and what the merchant's configuration adds to it.</summary>
    internal static IReadOnlyList<FieldError> Validate(PaymentProcessRequest request, GatewayMerchant merchant) =>
        [.. Validate(request), .. MerchantRules.Check(merchant, merchant.Version)];
}
