using PaymentGateway.Http.Json;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Refunds;

/// <summary>One refund as 2C2P lists it.</summary>
/// <param name="ReferenceNo">The refund's own reference.</param>
/// <param name="GatewayStatus">2C2P's status code as sent.</param>
/// <param name="Amount">Its amount; null when 2C2P sent none.</param>
/// <param name="DateTime">2C2P's time as sent, <c>yyyyMMddHHmmss</c> in a zone that it does not publish.</param>
/// <param name="At">The same in the merchant's zone; null where it cannot be read.</param>
/// <param name="OperationId">Our operation, where 2C2P echoes its id (<c>userDefined1</c>).</param>
internal sealed record GatewayRefundBody(
    string? ReferenceNo,
    string? GatewayStatus,
    decimal? Amount,
    string? DateTime,
    DateTimeOffset? At,
    string? OperationId
)
{
    public static GatewayRefundBody Of(RefundEntry refund, TimeZoneInfo zone) =>
        new(
            refund.ReferenceNo,
            refund.Status.Text,
            refund.Amount?.TwoDecimals(),
            refund.DateTime,
            TransactionTime.Read(refund.DateTime, zone),
            refund.UserDefined is [{ } echo, ..] && PaymentOperations.Operations.OperationId.TryParse(echo, out var id)
                ? id.ToString()
                : null
        );
}
