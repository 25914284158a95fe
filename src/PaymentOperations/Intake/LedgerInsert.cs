using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Intake;

/// <summary>A1's rules, A3 and A4: announces the operation, then puts it into the ledger in one transaction.</summary>
internal sealed partial class LedgerInsert(
    InvoiceLedger ledger,
    OpenOperations open,
    LookupIndex lookup,
    OperationQueue queue,
    PaymentCheck payments,
    NewOperation newOperation,
    EventPointers events,
    OperationMetrics metrics,
    OperationTimes times,
    TimeProvider time,
    ILogger<LedgerInsert> logger
)
{
    /// <summary>The rules of A1: why not, or null, and the invoice row that the accept is to be committed against.</summary>
    public async Task<(AcceptResult? Refusal, InvoiceRow Invoice)> CheckAsync(
        AcceptCommand command,
        CancellationToken cancellationToken
    )
    {
        var (invoice, line) = await ledger.ReadForAcceptAsync(command.Merchant.Id, command.InvoiceNo, cancellationToken);
        if (AcceptRules.RefuseDecimals(command) is { } notOfCurrency)
            return (notOfCurrency, invoice);

        if (
            AcceptRules.MustAsk(command.Kind, invoice)
            && AcceptRules.Refuse(command, invoice, line) is not AcceptResult.InProgress
        )
        {
            (invoice, var refusal) = await payments.AskAsync(command, invoice, cancellationToken);
            if (refusal is not null)
                return (refusal, invoice);
        }

        return (AcceptRules.Refuse(command, invoice, line), invoice);
    }

    /// <summary>Puts the operation into the ledger under this id, or finds it there. <paramref name="checkedInvoice"/> is the row that the rules just passed on, if they did.</summary>
    public async Task<InsertResult> InsertAsync(
        AcceptCommand command,
        string keyHash,
        OperationId id,
        InvoiceRow? checkedInvoice,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(command, id, cancellationToken) is { } existing)
            return existing;

        var hint = new OperationHint(id, command.Merchant.Id, command.InvoiceNo, command.Kind, command.Amount);
        await AnnounceAsync(command, hint, cancellationToken);
        while (true)
        {
            // The first try is made against the row that the rules were checked on a moment ago: its version guards it.
            var (refusal, invoice) = checkedInvoice is null
                ? await CheckAsync(command, cancellationToken)
                : (null, checkedInvoice);
            checkedInvoice = null;
            if (refusal is not null)
                return await FindAsync(command, id, cancellationToken) ?? new InsertResult.Refused(refusal);

            var row = await newOperation.MakeAsync(command, keyHash, id, invoice.NextSeq, cancellationToken);
            var changed = invoice with
            {
                NextSeq = invoice.NextSeq + 1,
                Reserved = command.Kind == OperationKind.Refund ? invoice.Reserved + command.Amount!.Value : invoice.Reserved,
            };
            if (await ledger.TryInsertAsync(row, NewOperation.CreatedEvent(row), changed, cancellationToken))
                return await InsertedAsync(row, cancellationToken);

            if (await FindAsync(command, id, cancellationToken) is { } winner)
                // A retry inside the SDK can meet its own first try: then the winner is this accept.
                return winner is InsertResult.Found { Row: var found } && found.WriteId == row.WriteId
                    ? await InsertedAsync(found, cancellationToken)
                    : winner;

            await PauseAsync(cancellationToken);
        }
    }

    private async Task<InsertResult.Inserted> InsertedAsync(OperationRow row, CancellationToken cancellationToken)
    {
        metrics.Accepted(row.Kind);
        await events.SendAsync(row, cancellationToken);
        return new InsertResult.Inserted(row);
    }

    private async Task<InsertResult?> FindAsync(AcceptCommand command, OperationId id, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(command.Merchant.Id, command.InvoiceNo, id, cancellationToken);
        if (row is null)
            return null;

        if (row.IsTombstone)
            return new InsertResult.Abandoned();

        // Heals a hint that was lost; a row that the final state just removed comes back for one sweep at most.
        if (!row.IsFinal)
            await open.AddAsync(OperationHint.Of(row), row.NextActionAt + times.SweepMargin, cancellationToken);

        return new InsertResult.Found(row);
    }

    /// <summary>A3: the hints stand before the operation does, so that whatever the commit leaves behind is found.</summary>
    private async Task AnnounceAsync(AcceptCommand command, OperationHint hint, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            open.AddAsync(hint, time.GetUtcNow() + times.FirstCheck, cancellationToken),
            open.AddToDayAsync(hint, cancellationToken),
            lookup.AddAsync(
                hint,
                LookupKeys.OfRequest(hint.MerchantId, hint.InvoiceNo, hint.Amount, command.Metadata),
                cancellationToken
            ),
            SendPointerAsync(command, hint, cancellationToken)
        );
    }

    private async Task SendPointerAsync(AcceptCommand command, OperationHint hint, CancellationToken cancellationToken)
    {
        try
        {
            var delay = command.Kind == OperationKind.Void ? times.VoidMessageDelay : times.FirstMessageDelay;
            await queue.SendAsync(hint, delay, command.TraceParent, cancellationToken);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            // A lost pointer costs minutes: the sweep finds the operation in outstanding.
            LogPointerLost(logger, exception, hint.Id);
        }
    }

    // Other accepts of the invoice were faster. Jitter spreads the next tries.
    private Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(
            TimeSpan.FromMilliseconds(System.Security.Cryptography.RandomNumberGenerator.GetInt32(5, 60)),
            time,
            cancellationToken
        );

    [LoggerMessage(2110, LogLevel.Warning, "The pointer of operation {OperationId} could not be queued; the sweep will make one")]
    private static partial void LogPointerLost(ILogger logger, Exception exception, OperationId operationId);
}
