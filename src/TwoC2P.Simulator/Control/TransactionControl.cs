using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Creates, reads and moves on transactions.</summary>
internal static class TransactionControl
{
    public static void MapTransactions(this RouteGroupBuilder control)
    {
        control.MapPost("/transactions", Create);
        control.MapGet("/transactions", Read);
        control.MapGet("/transactions/{invoiceNo}", ReadByNumber);
        control.MapPost("/transactions/status", SetStatus);
        control.MapPost("/transactions/settle-run", RunSettlement);
        control.MapPost("/transactions/voids/finish", FinishVoid);
        control.MapPost("/transactions/voids/reject", RejectVoid);
    }

    private static IResult Create(NewTransaction body, TransactionStore store, ReferenceNumbers references, GatewayClock clock)
    {
        if (string.IsNullOrEmpty(body.MerchantId) || string.IsNullOrEmpty(body.InvoiceNo) || body.Amount <= 0)
            return ControlApi.Bad("Give merchantId, invoiceNo and an amount above zero.");
        if (!body.IsApm && !string.Equals(body.Channel, "card", StringComparison.OrdinalIgnoreCase))
            return ControlApi.Bad("channel is card or apm.");
        var transaction = body.Build(references, clock);
        var view = TransactionView.Of(transaction, clock);
        store.Put(transaction);
        return Results.Created($"/_control/transactions/{Uri.EscapeDataString(body.InvoiceNo)}", view);
    }

    private static IResult Read(string? merchantId, string? invoiceNo, TransactionStore store, GatewayClock clock)
    {
        var views = Views(store, clock, merchantId, invoiceNo);
        if (invoiceNo is null)
            return Results.Ok(views);
        return views.Count == 0 ? ControlApi.Missing("No such transaction.") : Results.Ok(views[0]);
    }

    private static IResult ReadByNumber(string invoiceNo, string? merchantId, TransactionStore store, GatewayClock clock) =>
        Read(merchantId, invoiceNo, store, clock);

    private static List<TransactionView> Views(
        TransactionStore store,
        GatewayClock clock,
        string? merchantId,
        string? invoiceNo
    ) =>
        [
            .. store
                .Keys()
                .Where(key =>
                    (merchantId is null || key.MerchantId == merchantId) && (invoiceNo is null || key.InvoiceNo == invoiceNo)
                )
                .Select(key => store.Use(key, found => found is null ? null : TransactionView.Of(found, clock)))
                .OfType<TransactionView>(),
        ];

    private static IResult SetStatus(InvoiceCommand body, TransactionStore store, GatewayClock clock)
    {
        if (string.IsNullOrEmpty(body.Status))
            return ControlApi.Bad("Give the status to set.");
        return Change(body, store, clock, _ => true, transaction => transaction.Status = body.Status);
    }

    private static IResult FinishVoid(InvoiceCommand body, TransactionStore store, GatewayClock clock) =>
        Change(body, store, clock, found => found.Status == "VP", transaction => transaction.Status = "V");

    private static IResult RejectVoid(InvoiceCommand body, TransactionStore store, GatewayClock clock) =>
        Change(
            body,
            store,
            clock,
            found => found.Status == "VP",
            transaction => transaction.Status = body.Status ?? transaction.StatusBeforeVoid ?? "A"
        );

    /// <summary>RS → S, for all transactions or those of one merchant or invoice.</summary>
    private static IResult RunSettlement(InvoiceFilter body, TransactionStore store)
    {
        var settled = store
            .Keys()
            .Where(key => body.MerchantId is null || key.MerchantId == body.MerchantId)
            .Where(key => body.InvoiceNo is null || key.InvoiceNo == body.InvoiceNo)
            .Count(key => store.Use(key, SettleReady));
        return Results.Ok(new { settled });
    }

    private static bool SettleReady(Transaction? transaction)
    {
        if (transaction?.Status != "RS")
            return false;
        transaction.Status = "S";
        return true;
    }

    private static IResult Change(
        InvoiceCommand body,
        TransactionStore store,
        GatewayClock clock,
        Func<Transaction, bool> allowed,
        Action<Transaction> change
    ) =>
        store.Use(
            body.Key,
            transaction =>
            {
                if (transaction is null)
                    return ControlApi.Missing("No such transaction.");
                if (!allowed(transaction))
                    return Results.Problem(
                        $"The transaction is in status {transaction.Status}.",
                        statusCode: StatusCodes.Status409Conflict
                    );
                change(transaction);
                return Results.Ok(TransactionView.Of(transaction, clock));
            }
        );
}
