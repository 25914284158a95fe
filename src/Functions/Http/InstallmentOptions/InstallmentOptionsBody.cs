using PaymentGateway.Http.Problems;
using TwoC2P.InstallmentOptions;

namespace PaymentGateway.Http.InstallmentOptions;

/// <summary>Instalment options as callers read them.</summary>
/// <param name="Gateway">2C2P's result.</param>
/// <param name="Banks">The banks, each with its options.</param>
internal sealed record InstallmentOptionsBody(GatewayProblemBody Gateway, IReadOnlyList<InstallmentBankBody> Banks)
{
    public static InstallmentOptionsBody Of(InstallmentOptionsResponse response, IReadOnlyList<InstallmentBank> banks) =>
        new(new(response.RespCode.Text, response.RespReason, Status: null), [.. banks.Select(InstallmentBankBody.Of)]);
}
