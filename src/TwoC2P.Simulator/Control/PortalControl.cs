using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>What people do in the merchant portal, by nobody's request. The gateway's rules hold there too.</summary>
internal static class PortalControl
{
    private const int MostAtOnce = 100_000;
    private const decimal MostAmount = 9_999_999_999.99m;

    public static void MapPortal(this RouteGroupBuilder control)
    {
        control.MapPost("/transactions/refund-in-portal", Refund);
        control.MapPost("/transactions/refunds-in-portal", RefundOften);
        control.MapPost("/transactions/settle-in-portal", Settle);
        control.MapPost("/transactions/void-in-portal", Void);
    }

    private static IResult Refund(InvoiceCommand body, TransactionStore store, PortalRefunds refunds, GatewayClock clock) =>
        body.Amount is > 0 and <= MostAmount
            ? ControlApi.Act(store, body.Key, found => refunds.Make(found, body, count: 1) ?? View(found, clock))
            : ControlApi.Bad("amount: give one above zero.");

    private static IResult RefundOften(InvoiceCommand body, TransactionStore store, PortalRefunds refunds)
    {
        if (body.Amount is not (> 0 and <= MostAmount))
            return ControlApi.Bad("amount: give one above zero, that of each refund.");
        if (body.Count is not (>= 1 and <= MostAtOnce))
            return ControlApi.Bad($"count is at least 1 and at most {MostAtOnce}.");
        if (body.ReferenceNo is not null)
            return ControlApi.Bad("referenceNo: each of them gets its own.");
        return ControlApi.Act(
            store,
            body.Key,
            found =>
                refunds.Make(found, body, body.Count.Value)
                ?? Results.Ok(
                    new
                    {
                        made = body.Count,
                        firstReferenceNo = found.Refunds[^body.Count.Value].ReferenceNo,
                        lastReferenceNo = found.Refunds[^1].ReferenceNo,
                    }
                )
        );
    }

    private static IResult Settle(InvoiceCommand body, TransactionStore store, GatewayClock clock) =>
        ControlApi.Act(
            store,
            body.Key,
            found =>
            {
                var amount = body.Amount ?? found.Amount;
                var refusal = StateTable.Settle(found.Status);
                if (refusal == StateTable.Perform)
                    refusal = AmountRules.Settlement(found, amount, found.SubMerchants);
                if (refusal != StateTable.Perform)
                    return ControlApi.Refused(refusal);
                found.Amount = amount;
                found.Status = "RS";
                return View(found, clock);
            }
        );

    private static IResult Void(InvoiceCommand body, TransactionStore store, GatewayClock clock) =>
        ControlApi.Act(
            store,
            body.Key,
            found =>
            {
                var refusal = VoidRules.Refusal(found, clock);
                if (refusal != StateTable.Perform)
                    return ControlApi.Refused(refusal);
                found.StatusBeforeVoid = found.Status;
                found.Status = "V";
                return View(found, clock);
            }
        );

    private static IResult View(Transaction transaction, GatewayClock clock) =>
        Results.Ok(TransactionView.Of(transaction, clock));
}
