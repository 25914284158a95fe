using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>Reads everything that a run is judged by, once it has the claim: what arrived before counts, and nobody else writes the operation meanwhile. All of it is asked for at once.</summary>
internal sealed class CaseReader(InvoiceLedger ledger, Inbox inbox, HintCheck hints, GatewayMemory memory)
{
    /// <param name="merchant">Whose.</param>
    /// <param name="claimed">The operation as the claim wrote it.</param>
    /// <param name="limits">Who runs, and how long it may take.</param>
    /// <param name="traceParent">Trace context for what follows.</param>
    /// <param name="stopping">The host is stopping. Reading goes on.</param>
    public async Task<OperationRun> ReadAsync(
        Merchant merchant,
        OperationRow claimed,
        RunLimits limits,
        string? traceParent,
        CancellationToken stopping
    )
    {
        var invoice = ledger.ReadAsync(merchant.Id, claimed.InvoiceNo, CancellationToken.None);
        var contents = inbox.ReadAsync(claimed.Id, CancellationToken.None);
        var held = hints.HeldAgainstAsync(claimed);
        var learned = LearnedAsync(claimed);
        await Task.WhenAll(invoice, contents, held, learned);

        return new OperationRun(merchant, await held, await invoice, (await contents).Messages, limits, traceParent, stopping)
        {
            Words = (await contents).Unheard,
            Learned = await learned,
        };
    }

    // Only lists of refunds are asked for with marks and judged by the moment in which the ledger was put back.
    private async Task<LearnedFacts> LearnedAsync(OperationRow row) =>
        row.Kind == OperationKind.Refund
            ? await memory.ReadAsync(row.MerchantId, CancellationToken.None)
            : new LearnedFacts(RefusesUserDefined: false);
}
