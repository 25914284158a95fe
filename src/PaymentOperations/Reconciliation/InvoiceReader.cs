using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Reads the ledger, asks 2C2P, and reads the ledger again: what changed meanwhile is read anew, a few times. Asks only, and through the merchant's circuit breaker.</summary>
internal sealed class InvoiceReader(
    InvoiceLedger ledger,
    Inbox inbox,
    GatewayReader gateway,
    GatewayCircuits circuits,
    ReconciliationSettings settings,
    OperationTimes times,
    TimeProvider time
)
{
    public async Task<InvoiceReading> ReadAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        ScopeHint hint,
        Scope scope,
        Pacer pacer,
        CancellationToken cancellationToken
    )
    {
        var before = await ledger.ReadAsync(merchant.Id, invoiceNo, cancellationToken);
        for (var reading = 1; ; reading++)
        {
            var found = await AskAsync(Begin(merchant, invoiceNo, before, hint, scope), pacer, cancellationToken);
            if (found.Refunds is null && found.Payment is null)
                return found with { IsSteady = true };

            var after = await ledger.ReadAsync(merchant.Id, invoiceNo, cancellationToken);
            if (IsSame(before, after))
                return found with { IsSteady = true };
            if (reading >= settings.Readings)
                return found with { Ledger = after, Reported = [.. after.Operations.Where(scope.Holds)] };
            before = after;
        }
    }

    private InvoiceReading Begin(Merchant merchant, InvoiceNo invoiceNo, InvoiceSnapshot snapshot, ScopeHint hint, Scope scope) =>
        new()
        {
            Merchant = merchant,
            InvoiceNo = invoiceNo,
            Ledger = snapshot,
            Reported = [.. snapshot.Operations.Where(scope.Holds)],
            Lost = hint is { IsFurther: true, Id: { } id } && snapshot.Find(id) is null ? id : null,
            Times = times,
            At = time.GetUtcNow(),
        };

    private async Task<InvoiceReading> AskAsync(InvoiceReading reading, Pacer pacer, CancellationToken cancellationToken)
    {
        var merchant = reading.Merchant;
        if (
            reading.Lost is not null
            || (reading.Reported.Count > 0 && reading.Ledger.Operations.Any(row => row.Kind == OperationKind.Refund))
        )
        {
            await pacer.WaitAsync(cancellationToken);
            var list = await circuits.AskAsync(
                merchant.Id,
                reading.InvoiceNo,
                () => gateway.ReadRefundsAsync(merchant, reading.InvoiceNo, times.ReadDeadline, cancellationToken)
            );
            reading = reading with { Refunds = list, Messages = await MessagesAsync(reading, list, cancellationToken) };
        }

        if (reading.Reported.Any(row => row.Kind != OperationKind.Refund))
        {
            await pacer.WaitAsync(cancellationToken);
            reading = reading with
            {
                Payment = await circuits.AskAsync(
                    merchant.Id,
                    reading.InvoiceNo,
                    () => gateway.ReadPaymentAsync(merchant, reading.InvoiceNo, times.ReadDeadline, cancellationToken)
                ),
            };
        }

        return reading;
    }

    // Messages may tell whose an entry is; where every entry has its owner in the ledger, none is asked for.
    private async Task<Dictionary<OperationId, IReadOnlyList<InboxMessage>>> MessagesAsync(
        InvoiceReading reading,
        GatewayView list,
        CancellationToken cancellationToken
    )
    {
        Dictionary<OperationId, IReadOnlyList<InboxMessage>> messages = [];
        if (list is not GatewayView.Seen seen || seen.Response.Refunds.All(reading.Ledger.IsOwned))
            return messages;

        var reported = reading.Reported.Select(row => row.Id).ToHashSet();
        foreach (
            var row in reading.Ledger.Operations.Where(row =>
                row.Kind == OperationKind.Refund && (row.MaybeSent.Any() || reported.Contains(row.Id))
            )
        )
            messages[row.Id] = (await inbox.ReadAsync(row.Id, cancellationToken)).Messages;
        return messages;
    }

    // A claim that is taken, a poll, a transition: every write of an operation is another version of its row.
    private static bool IsSame(InvoiceSnapshot before, InvoiceSnapshot after) =>
        before.Operations.Select(row => (row.Id, row.ETag)).SequenceEqual(after.Operations.Select(row => (row.Id, row.ETag)));
}
