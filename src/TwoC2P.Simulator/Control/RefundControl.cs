using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Ends pending refunds.</summary>
internal static class RefundControl
{
    private static readonly string[] Rejections = ["RR", "RR1", "RR2", "RR3", "RFF"];

    public static void MapRefunds(this RouteGroupBuilder control)
    {
        control.MapPost("/transactions/refunds/finish", Finish);
        control.MapPost("/transactions/refunds/reject", Reject);
    }

    private static IResult Finish(InvoiceCommand body, PendingRefunds pending, TransactionStore store, GatewayClock clock) =>
        End(body, "RF", pending, store, clock);

    private static IResult Reject(InvoiceCommand body, PendingRefunds pending, TransactionStore store, GatewayClock clock)
    {
        var status = body.Status ?? "RR";
        return Rejections.Contains(status, StringComparer.Ordinal)
            ? End(body, status, pending, store, clock)
            : ControlApi.Bad($"status is one of {string.Join(", ", Rejections)}.");
    }

    private static IResult End(
        InvoiceCommand body,
        string status,
        PendingRefunds pending,
        TransactionStore store,
        GatewayClock clock
    ) =>
        pending.End(body.Key, body.ReferenceNo, status, body.Notify) is null
            ? ControlApi.Missing("No such pending refund.")
            : View(body, store, clock);

    private static IResult View(InvoiceCommand body, TransactionStore store, GatewayClock clock) =>
        store.Use(
            body.Key,
            transaction =>
                transaction is null
                    ? ControlApi.Missing("No such transaction.")
                    : Results.Ok(TransactionView.Of(transaction, clock))
        );
}
