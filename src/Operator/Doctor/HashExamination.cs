using PaymentOperations.Merchants;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace Operator.Doctor;

/// <summary>The older generation: one harmless inquiry, whose refusal tells what is wrong with the secret key, the merchant or the certificate.</summary>
internal sealed class HashExamination(IPaymentActionClient client)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(
        Merchant merchant,
        GatewayMerchant gateway,
        CancellationToken cancellationToken
    )
    {
        var inquiry = new PaymentProcessRequest { ProcessType = ProcessType.Inquiry, InvoiceNo = "DOCTOR" };
        var outcome = await client.SendAsync(gateway, inquiry, Deadline, cancellationToken);
        return [new("secret key and address", Problem(merchant, outcome))];
    }

    private static string? Problem(Merchant merchant, PaymentActionOutcome outcome) =>
        outcome switch
        {
            PaymentActionOutcome.Verified => null,
            PaymentActionOutcome.NeverSent =>
                $"Nothing answers at {merchant.Endpoint.Host}:{merchant.Endpoint.Port}: check the setting Endpoint and the way out of this network.",
            // None of these is signed with the right key, or it would have verified: they are hints, and good enough for a person.
            PaymentActionOutcome.Unknown { Unverified.RespCode.Text: "13" } =>
                $"2C2P computes another hash: {merchant.Id.Text}-secret-key is not the key that 2C2P's portal shows for this merchant and environment.",
            PaymentActionOutcome.Unknown { Unverified.RespCode.Text: "14" } =>
                $"2C2P does not know the merchant {merchant.Id.Text} in this environment: check the id and the setting Environment.",
            PaymentActionOutcome.Unknown { Unverified.RespCode.Text: "96" } => CannotDecrypt(merchant),
            // 96 is answered before the merchant is known, so that it may come in no envelope at all.
            PaymentActionOutcome.Unknown { Reason: UnknownReason.Unreadable } when merchant.Envelope is EnvelopeKind.Pkcs7 =>
                CannotDecrypt(merchant),
            PaymentActionOutcome.Unknown { Reason: UnknownReason.Unverified } =>
                $"2C2P's answer has another hash: {merchant.Id.Text}-secret-key is not the key that 2C2P signs with.",
            PaymentActionOutcome.Unknown unknown =>
                $"2C2P's answer was of no use ({unknown.Reason}, HTTP {unknown.HttpStatus}): check the settings Endpoint and Envelope.",
            _ => null,
        };

    private static string CannotDecrypt(Merchant merchant) =>
        $"2C2P and {merchant.Id.Text} do not open each other's envelopes: gateway-certificate is of another environment, or the certificate of {merchant.Id.Text}-private-key is not the one that was handed in.";
}
