using PaymentGateway.Http.Json;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Puts together who was to get a link and what 2C2P reports.</summary>
internal static class Recipients
{
    /// <summary>How many messages a delivery is: one for each address of an e-mail, copies included, and for each mobile number.</summary>
    public static int CountOf(QuickPayDelivery asked) =>
        asked.ToEmails.Count + asked.CcEmails.Count + asked.BccEmails.Count + asked.ToMobiles.Count;

    /// <summary>A result for everybody who was asked for, in that order, and then whoever else 2C2P names.</summary>
    public static IReadOnlyList<RecipientBody> Of(QuickPayDelivery asked, DeliveryReport report) =>
        [
            .. Of(
                DeliveryChannel.Email,
                [.. asked.ToEmails, .. asked.CcEmails, .. asked.BccEmails],
                report.SuccessEmails,
                report.FailedEmails
            ),
            .. Of(DeliveryChannel.Mobile, asked.ToMobiles, report.SuccessMobiles, report.FailedMobiles),
        ];

    private static IEnumerable<RecipientBody> Of(
        DeliveryChannel channel,
        IEnumerable<string> asked,
        IReadOnlyList<string> delivered,
        IReadOnlyList<string> failed
    ) =>
        asked
            .Concat(delivered)
            .Concat(failed)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(recipient => new RecipientBody(
                EnumWord<DeliveryChannel>.Of(channel),
                recipient,
                EnumWord<DeliveryResult>.Of(ResultOf(recipient, delivered, failed))
            ));

    // Who is in both lists was not certainly reached.
    private static DeliveryResult ResultOf(string recipient, IEnumerable<string> delivered, IEnumerable<string> failed) =>
        failed.Contains(recipient, StringComparer.OrdinalIgnoreCase) ? DeliveryResult.Failed
        : delivered.Contains(recipient, StringComparer.OrdinalIgnoreCase) ? DeliveryResult.Delivered
        : DeliveryResult.NotReported;
}
