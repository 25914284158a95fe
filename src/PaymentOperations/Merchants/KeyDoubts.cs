using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Merchants;

/// <summary>Sees in what came from 2C2P whether a key may have been changed. Nothing of it is believed: what is not verified makes Key Vault be asked, and a 401 of the new generation, which nobody signs, chooses at most with which of the merchant's own two keys a question is asked again; the next one chooses back.</summary>
internal static class KeyDoubts
{
    private const int Unauthorized = 401;

    /// <summary>Of an answer of Payment Action.</summary>
    public static KeyDoubt Of(PaymentActionOutcome outcome, GatewayMerchant used) =>
        outcome switch
        {
            PaymentActionOutcome.Refused refused => OfRefusal(refused.Evidence, used.Keys),
            PaymentActionOutcome.Unknown unknown => Of(unknown.Reason, unknown.HttpStatus, used.Keys),
            _ => KeyDoubt.None,
        };

    /// <summary>Of an answer of the other APIs.</summary>
    public static KeyDoubt Of<T>(GatewayOutcome<T> outcome, GatewayMerchant used)
        where T : class =>
        outcome switch
        {
            GatewayOutcome<T>.Refused refused => OfRefusal(refused.Evidence, used.Keys),
            GatewayOutcome<T>.Unknown unknown => Of(unknown.Reason, unknown.HttpStatus, used.Keys),
            _ => KeyDoubt.None,
        };

    /// <summary>Of a callback.</summary>
    public static KeyDoubt Of(NotificationOutcome outcome, GatewayMerchant used) =>
        outcome switch
        {
            NotificationOutcome.Unverified => KeyDoubt.Unproved,
            NotificationOutcome.Unreadable => OfUnreadable(used.Keys),
            _ => KeyDoubt.None,
        };

    private static KeyDoubt Of(UnknownReason reason, int? status, GatewayKeys used) =>
        reason switch
        {
            UnknownReason.Unverified => KeyDoubt.Unproved,
            UnknownReason.Unreadable => OfUnreadable(used),
            UnknownReason.HttpStatus when status == Unauthorized && used.Jose is not null => KeyDoubt.SignerUnknown,
            _ => KeyDoubt.None,
        };

    // What is sealed for a certificate that is not known here looks like noise.
    private static KeyDoubt OfUnreadable(GatewayKeys used) =>
        used.MerchantCertificates.Count > 0 ? KeyDoubt.Unproved : KeyDoubt.None;

    private static KeyDoubt OfRefusal(AnswerEvidence evidence, GatewayKeys used) =>
        evidence.Form is not HashForm.Signature && used.SecretKeys is [var signer, _] && evidence.KeyVersion != signer.Version
            ? KeyDoubt.SignedWithOther
            : KeyDoubt.None;
}
