using PaymentOperations.Operations;
using TwoC2P.Codes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.Problems;

/// <summary>A verified answer that is not success.</summary>
/// <param name="Kind">What its code means.</param>
/// <param name="Gateway">The code and 2C2P's own text, as sent.</param>
internal sealed record Refusal(RefusalKind Kind, GatewayResult Gateway)
{
    /// <summary>A refusal of one of the XML APIs.</summary>
    public static Refusal Of(ResultCode code, string? reason) =>
        new(RefusalKinds.Of(code), new GatewayResult { RespCode = code.Text, RespDesc = reason });

    /// <summary>A refusal of QuickPay.</summary>
    public static Refusal Of(QuickPayResultCode code, string? reason) =>
        new(RefusalKinds.Of(code), new GatewayResult { RespCode = code.Text, RespDesc = reason });
}
