using PaymentGateway.Http.Problems;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>A link that was sent, as callers read it. That it could not be delivered to everybody is no error.</summary>
/// <param name="QpID">The link.</param>
/// <param name="Recipients">What became of each recipient.</param>
/// <param name="Gateway">2C2P's result.</param>
internal sealed record SentLinkBody(string QpID, IReadOnlyList<RecipientBody> Recipients, GatewayProblemBody Gateway)
{
    public static SentLinkBody Of(SendLinkResponse response, QuickPayDelivery asked) =>
        new(
            response.QpId!,
            QuickPay.Recipients.Of(asked, response.Delivery),
            new(response.ResCode.Text, response.ResDesc, Status: null)
        );
}
