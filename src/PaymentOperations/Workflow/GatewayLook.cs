using PaymentOperations.Judgement;
using PaymentOperations.Operations;

namespace PaymentOperations.Workflow;

/// <summary>The one look at the gateway of a hearing: RS for refunds, I for settlements and voids.</summary>
internal sealed class GatewayLook(GatewayReader gateway, GatewayCircuits circuits, OperationTimes times, TimeProvider time)
{
    /// <summary>The look, and whether the gateway takes our marks.</summary>
    public async Task<(Look Look, bool TakesEcho)> TakeAsync(OperationRun run)
    {
        if (run.Row.Kind != OperationKind.Refund)
            return (await TakeOfPaymentAsync(run), false);

        var askedAt = time.GetUtcNow();
        var takesEcho = false;
        var view = await circuits.AskAsync(
            run.Merchant.Id,
            run.Row.InvoiceNo,
            async () =>
            {
                (var seen, takesEcho) = await gateway.ReadRefundsForAsync(
                    run.Merchant,
                    run.Row,
                    run.Learned,
                    times.ReadDeadline,
                    run.Stopping
                );
                return seen;
            }
        );
        return (new Look(view, askedAt) { RestoredAt = run.Learned.RestoredAt }, takesEcho);
    }

    public async Task<Look> TakeOfPaymentAsync(OperationRun run)
    {
        var askedAt = time.GetUtcNow();
        return new Look(
            await circuits.AskAsync(
                run.Merchant.Id,
                run.Row.InvoiceNo,
                () => gateway.ReadPaymentAsync(run.Merchant, run.Row.InvoiceNo, times.ReadDeadline, run.Stopping)
            ),
            askedAt
        );
    }
}
