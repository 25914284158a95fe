using Microsoft.Extensions.Logging;
using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Intake;

/// <summary>A1's rules, A3 and A4: announces the operation, then puts it into the ledger in one transaction.</summary>
internal sealed partial class LedgerInsert(
    InvoiceLedger ledger,
    AuditTrail trail,
    EventAnnouncer announcer,
    OpenOperations open,
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
    /// <summary>What the rules of A1 are checked against first: the invoice's row.</summary>
    public Task<InvoiceRow> ReadAsync(AcceptCommand command, CancellationToken cancellationToken) =>
        ledger.ReadInvoiceAsync(command.Merchant.Id, command.InvoiceNo, cancellationToken);

    /// <summary>The rules of A1, checked against the invoice's row as it was just read.</summary>
    public async Task<AcceptCheck> CheckAsync(AcceptCommand command, InvoiceRow invoice, CancellationToken cancellationToken)
    {
        if (AcceptRules.RefuseDecimals(command) is { } notOfCurrency)
            return new(notOfCurrency, invoice, []);

        var line = await ledger.ReadLineAsync(command.Merchant.Id, command.InvoiceNo, invoice, cancellationToken);
        if (
            AcceptRules.MustAsk(command.Kind, invoice)
            && AcceptRules.Refuse(command, invoice, line) is not AcceptResult.InProgress
        )
        {
            (invoice, var refusal) = await payments.AskAsync(command, invoice, cancellationToken);
            if (refusal is not null)
                return new(refusal, invoice, line);
        }

        return new(AcceptRules.Refuse(command, invoice, line), invoice, line);
    }

    /// <summary>Puts the operation into the ledger under this id, under which <see cref="FindAsync"/> found none, or finds it there.</summary>
    /// <param name="command">What was asked for.</param>
    /// <param name="keyHash">Of its idempotency key.</param>
    /// <param name="id">What the key is bound to.</param>
    /// <param name="check">The rules as they were just passed; null: they are to be checked.</param>
    /// <param name="cancellationToken">The deadline of the accept.</param>
    public async Task<InsertResult> InsertAsync(
        AcceptCommand command,
        string keyHash,
        OperationId id,
        AcceptCheck? check,
        CancellationToken cancellationToken
    )
    {
        var hint = new OperationHint(id, command.Merchant.Id, command.InvoiceNo, command.Kind, command.Amount);
        var hints = AnnounceAsync(command, hint, cancellationToken);
        // They leave with the first announcement of the event; the next ones need not tell them again.
        var found = IndexRowsOf(command, hint);
        try
        {
            while (true)
            {
                // The first try is made against the row that the rules were checked on a moment ago: its version guards it.
                check ??= await CheckAsync(command, await ReadAsync(command, cancellationToken), cancellationToken);
                if (check.Refusal is { } refusal)
                    return await FindAsync(command, id, cancellationToken) ?? new InsertResult.Refused(refusal);

                var row = await newOperation.MakeAsync(command, keyHash, id, check.Invoice.NextSeq, cancellationToken);
                if (await TryInsertAsync(row, check.Invoice, hints, found, cancellationToken))
                    return await InsertedAsync(row, check.Line, cancellationToken);
                found = IndexRows.None;

                if (await FindAsync(command, id, cancellationToken) is { } winner)
                    // A retry inside the SDK can meet its own first try: then the winner is this accept.
                    return winner is InsertResult.Found { File.Row: var mine } && mine.WriteId == row.WriteId
                        ? await InsertedAsync(mine, check.Line, cancellationToken)
                        : winner;

                check = null;
                await PauseAsync(cancellationToken);
            }
        }
        finally
        {
            // Whatever happened: what was begun ends within this request.
            await hints;
        }
    }

    /// <summary>Announces the operation's event beside its hints, and commits when all of them stand.</summary>
    private async Task<bool> TryInsertAsync(
        OperationRow row,
        InvoiceRow invoice,
        Task hints,
        IndexRows found,
        CancellationToken cancellationToken
    )
    {
        var changed = invoice with
        {
            NextSeq = invoice.NextSeq + 1,
            Reserved = row.Kind == OperationKind.Refund ? invoice.Reserved + row.Amount!.Value : invoice.Reserved,
        };
        var announced = announcer.AnnounceAsync(row, changed, [EventType.Accepted], found, cancellationToken);
        await Task.WhenAll(hints, announced);
        var (counted, events, _) = await announced;
        return await ledger.TryInsertAsync(row, NewOperation.CreatedEvent(row), counted, events, cancellationToken);
    }

    private async Task<InsertResult.Inserted> InsertedAsync(
        OperationRow row,
        IReadOnlyList<LinePlace> line,
        CancellationToken cancellationToken
    )
    {
        metrics.Accepted(row.Kind);
        await events.SendAsync(row, cancellationToken);
        return new InsertResult.Inserted(new OperationFile(row, [NewOperation.CreatedEvent(row).ToHistory()], line));
    }

    /// <summary>What stands in the ledger under this id: what a request with the same key put there, a tombstone, or nothing.</summary>
    public async Task<InsertResult?> FindAsync(AcceptCommand command, OperationId id, CancellationToken cancellationToken)
    {
        if (await trail.ReadAsync(command.Merchant.Id, command.InvoiceNo, id, cancellationToken) is not { } file)
            return null;

        if (file.Row.IsTombstone)
            return new InsertResult.Abandoned();

        // Heals a hint that was lost: somebody should have looked by now, and nobody did. A row that the final state just removed comes back for one sweep at most.
        if (!file.Row.IsFinal && file.Row.NextActionAt + times.SweepMargin <= time.GetUtcNow())
            await open.AddAsync(OperationHint.Of(file.Row), file.Row.NextActionAt + times.SweepMargin, cancellationToken);

        return new InsertResult.Found(file);
    }

    /// <summary>A3: the hints stand before the operation does, so that whatever the commit leaves behind is found.</summary>
    private Task AnnounceAsync(AcceptCommand command, OperationHint hint, CancellationToken cancellationToken) =>
        Task.WhenAll(
            open.AddAsync(hint, time.GetUtcNow() + times.FirstCheck, cancellationToken),
            SendPointerAsync(command, hint, cancellationToken)
        );

    /// <summary>A3, too: by what the operation is found in the index.</summary>
    private static IndexRows IndexRowsOf(AcceptCommand command, OperationHint hint) =>
        new(
            [
                OpenOperations.IndexRowOf(hint),
                .. LookupIndex.RowsOf(hint, LookupKeys.OfRequest(hint.MerchantId, hint.InvoiceNo, hint.Amount, command.Metadata)),
            ],
            AreNeeded: true
        );

    private async Task SendPointerAsync(AcceptCommand command, OperationHint hint, CancellationToken cancellationToken)
    {
        try
        {
            var delay = command.Kind == OperationKind.Void ? times.VoidMessageDelay : times.FirstMessageDelay;
            await queue.SendAsync(hint, delay, command.TraceParent, cancellationToken);
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
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
