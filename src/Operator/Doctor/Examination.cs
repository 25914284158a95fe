using PaymentOperations.Merchants;
using TwoC2P.Envelopes;

namespace Operator.Doctor;

/// <summary>Everything that can be looked at for one merchant, the cheapest first; what cannot work for a found reason is not tried.</summary>
internal sealed class Examination(
    IMerchants merchants,
    IMerchantSecrets secrets,
    KeyChecks keyChecks,
    TokenExamination tokens,
    HashExamination hashes
)
{
    public async Task<IReadOnlyList<Finding>> ExamineAsync(string merchantId, CancellationToken cancellationToken)
    {
        if (merchants.Find(merchantId) is not { } merchant)
            return [new("settings", $"{merchantId} is not configured: set Merchants__{merchantId}__Environment.")];

        try
        {
            var gateway = await secrets.GetGatewayMerchantAsync(merchant, cancellationToken);
            if (merchant.Envelope is not EnvelopeKind.Jose)
                return [Finding.Good("settings and secrets"), .. await hashes.ExamineAsync(merchant, gateway, cancellationToken)];

            var stored = await keyChecks.CheckAsync(merchant, gateway.Keys.Jose!, cancellationToken);
            var isBad = stored.Any(finding => finding.Problem is not null);
            return
            [
                Finding.Good("settings and secrets"),
                .. stored,
                .. isBad ? [] : await tokens.ExamineAsync(merchant, gateway, cancellationToken),
            ];
        }
        catch (SecretsUnavailableException e)
        {
            return
            [
                new(
                    "secrets",
                    $"{e.Message.TrimEnd('.')}: store it, and see that you may read it; 'operator new-key --merchant {merchantId}' makes a key pair."
                ),
            ];
        }
    }
}
