using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>The one look at the gateway of a hearing: RS for refunds, I for settlements and voids.</summary>
internal sealed class GatewayLook(GatewayReader gateway, GatewayMemory memory, OperationTimes times, TimeProvider time)
{
    /// <summary>The look, and whether the gateway takes our marks.</summary>
    public async Task<(Look Look, bool TakesEcho)> TakeAsync(OperationRun run)
    {
        if (run.Row.Kind != OperationKind.Refund)
            return (await TakeOfPaymentAsync(run), false);

        var askedAt = time.GetUtcNow();
        var learned = await memory.ReadAsync(run.Merchant.Id, CancellationToken.None);
        var (view, takesEcho) = await gateway.ReadRefundsForAsync(
            run.Merchant,
            run.Row,
            learned,
            times.ReadDeadline,
            run.Stopping
        );
        return (new Look(view, askedAt), takesEcho);
    }

    public async Task<Look> TakeOfPaymentAsync(OperationRun run)
    {
        var askedAt = time.GetUtcNow();
        return new Look(
            await gateway.ReadPaymentAsync(run.Merchant, run.Row.InvoiceNo, times.ReadDeadline, run.Stopping),
            askedAt
        );
    }
}
