using TwoC2P.PaymentAction;

namespace PaymentOperations.Payments;

/// <summary>Says what 2C2P's codes mean in our words.</summary>
public static class PaymentWords
{
    /// <summary>Our word for 2C2P's status code.</summary>
    public static PaymentStatus Of(TransactionStatus status) =>
        status.Text switch
        {
            "A" or "AE" or "AL" or "AM" => PaymentStatus.Authorized,
            "RS" => PaymentStatus.Settling,
            "S" or "SS" or "PPC" or "PFC" => PaymentStatus.Settled,
            "V" => PaymentStatus.Voided,
            "AP" or "VP" => PaymentStatus.Pending,
            "PF" or "AR" or "FF" or "IP" or "ROE" or "EX" => PaymentStatus.Failed,
            _ => PaymentStatus.Other,
        };
}
