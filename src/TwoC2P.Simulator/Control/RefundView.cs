using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>A refund as the control API shows it; <c>DateTime</c> is yyyyMMddHHmmss in the gateway's zone.</summary>
internal sealed record RefundView(
    string ReferenceNo,
    decimal Amount,
    string Status,
    string DateTime,
    string UserDefined1,
    string UserDefined2,
    string UserDefined3,
    string UserDefined4,
    string UserDefined5,
    bool ByPortal
)
{
    public static RefundView Of(Refund refund, GatewayClock clock)
    {
        string UserDefined(int number) => refund.UserDefined.ElementAtOrDefault(number - 1) ?? "";
        return new RefundView(
            refund.ReferenceNo,
            refund.Amount,
            refund.Status,
            clock.DateTimeYyyyMmDdHhMmSs(refund.At),
            UserDefined(1),
            UserDefined(2),
            UserDefined(3),
            UserDefined(4),
            UserDefined(5),
            refund.ByPortal
        );
    }
}
