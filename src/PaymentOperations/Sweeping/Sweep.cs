using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Sweeping;

/// <summary>
/// Looks at everything that is open and due: makes a new pointer for it, clears what is final, and decides that an announced operation never came to be (T2). Safe with any number of instances.
/// </summary>
internal sealed partial class Sweep(
    OpenOperations open,
    LookupWriter lookup,
    InvoiceLedger ledger,
    SweepPace pace,
    OperationQueue queue,
    OpenStateReader openState,
    LostOperations lost,
    DeliverySweep deliveries,
    LedgerTables tables,
    OperationTimes times,
    TimeProvider time,
    ILogger<Sweep> logger
) : ISweep
{
    private const int AtATime = 8;

    private readonly DueRows _due = new(tables.Outstanding, open.Due);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) =>
        // Side by side: where the one has to hold back, the other does not wait for it.
        Task.WhenAll(SweepOperationsAsync(cancellationToken), deliveries.RunAsync(cancellationToken));

    private async Task SweepOperationsAsync(CancellationToken cancellationToken)
    {
        // First of all: what is open matters most when the queues are too long to sweep.
        await openState.ReadAsync(cancellationToken);
        await SweepDueAsync(cancellationToken);
        await lost.FindAsync(cancellationToken);
    }

    private async Task SweepDueAsync(CancellationToken cancellationToken)
    {
        long? began = null;
        await foreach (var rows in _due.ReadAsync(time.GetUtcNow(), cancellationToken).Chunk(SweepPace.PointersPerLook))
        {
            // More pointers would only slow a queue down that has work enough; what is left is looked at again in a minute.
            if (!await pace.IsFreeAsync(began, cancellationToken))
            {
                LogBusy(logger);
                return;
            }

            began ??= time.GetTimestamp();
            await Parallel.ForEachAsync(
                rows,
                new ParallelOptions { MaxDegreeOfParallelism = AtATime },
                async (row, _) => await LookAtQuietlyAsync(row, cancellationToken)
            );
        }
    }

    // One row that cannot be handled must not keep the sweep from all the others.
    private async Task LookAtQuietlyAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await LookAtAsync(row, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogRowFailed(logger, exception, row.RowKey);
        }
    }

    private async Task LookAtAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var hint = new OperationHint(
            OperationId.Parse(row.RowKey),
            new MerchantId(row.GetString("merchantId")),
            InvoiceNo.Parse(row.GetString("invoiceNo")),
            Enum.Parse<OperationKind>(row.GetString("kind")),
            row.GetInt64("amount") is { } amount ? new Money(amount) : null
        );
        var operation = await ledger.FindAsync(hint.MerchantId, hint.InvoiceNo, hint.Id, cancellationToken);
        switch (operation)
        {
            case null when OpenOperations.IsFurther(row):
                // The ledger does not know what its own hint saw done: an older copy was put back. Nothing of it is forgotten, and nothing is sent.
                LogOlderCopy(logger, hint.Id, row.GetString("status"));
                await open.TryPutOffAsync(row, time.GetUtcNow() + times.LongestWait, cancellationToken);
                break;
            case null:
                await AbandonAsync(hint, cancellationToken);
                break;
            case { IsTombstone: true }:
                await open.ForgetAsync(hint.Id, hint.MerchantId, cancellationToken);
                break;
            default:
                // Put off first: if the pointer is then lost, the next sweep makes another.
                if (await open.TryPutOffAsync(row, time.GetUtcNow() + times.SweepPause, cancellationToken))
                    await Task.WhenAll(
                        queue.SendAsync(hint, TimeSpan.Zero, operation.TraceParent, cancellationToken),
                        // At the watch, which is the last look, whatever was lost meanwhile comes back too.
                        operation.IsFinal
                            ? lookup.RestoreAsync(operation)
                            : lookup.RestoreIfLostAsync(operation)
                    );
                break;
        }
    }

    /// <summary>T2: announced long ago and not in the ledger. The tombstone decides against a late accept, then the hints go.</summary>
    private async Task AbandonAsync(OperationHint hint, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - hint.Id.CreatedAt < times.AbandonAfter)
            return;

        var tombstone = new OperationRow
        {
            Id = hint.Id,
            Kind = hint.Kind,
            MerchantId = hint.MerchantId,
            InvoiceNo = hint.InvoiceNo,
            KeyHash = "",
            ApiKeyId = "",
            Status = OperationStatus.Failed,
            StatusSince = now,
            Seq = -1,
            InLine = false,
            NextActionAt = now,
            IsTombstone = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (!await ledger.TryInsertTombstoneAsync(tombstone, cancellationToken))
            return;

        LogAbandoned(logger, hint.Id);
        await open.ForgetAsync(hint.Id, hint.MerchantId, cancellationToken);
    }

    [LoggerMessage(2201, LogLevel.Warning, "The queues are long; the rest of this sweep is left out")]
    private static partial void LogBusy(ILogger logger);

    [LoggerMessage(2203, LogLevel.Critical, "The sweep could not look after operation {OperationId}; it tries again")]
    private static partial void LogRowFailed(ILogger logger, Exception exception, string operationId);

    [LoggerMessage(2202, LogLevel.Warning, "Operation {OperationId} was announced and never accepted; it is abandoned (T2)")]
    private static partial void LogAbandoned(ILogger logger, OperationId operationId);

    [LoggerMessage(
        2205,
        LogLevel.Critical,
        "Operation {OperationId} is known as {Status} and is not in the ledger, which may be an older copy; a person has to look"
    )]
    private static partial void LogOlderCopy(ILogger logger, OperationId operationId, string? status);
}
