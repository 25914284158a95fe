using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Events;

/// <summary>Makes new pointers for what is to be delivered and due. Safe with any number of instances.</summary>
internal sealed partial class DeliverySweep(
    DeliveryHints hints,
    RedeliveryRows redeliveries,
    DeliveryQueue queue,
    LedgerTables tables,
    EventTimes times,
    TimeProvider time,
    ILogger<DeliverySweep> logger
)
{
    private const int AtATime = 8;

    // Each look at the queue costs as much as a question for what is due.
    private const int PointersPerLook = 100;

    private readonly DueRows _due = new(tables.Deliveries, hints.Due);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var rows in _due.ReadAsync(time.GetUtcNow(), cancellationToken).Chunk(PointersPerLook))
        {
            if (await queue.IsBackedUpAsync(cancellationToken))
            {
                LogBusy(logger);
                return;
            }

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
            LogRowFailed(logger, exception);
        }
    }

    // Put off first: if the pointer is then lost, a later sweep makes another.
    private async Task LookAtAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var next = time.GetUtcNow() + times.FirstCheck;
        if (row.RowKey.StartsWith(RedeliveryRow.Prefix, StringComparison.Ordinal))
        {
            var request = RedeliveryRow.From(row);
            if (await redeliveries.TryWriteAsync(request with { NextCheckAt = next }, cancellationToken))
                await queue.SendAsync(
                    new DeliveryMessage(request.MerchantId.Text, RedeliveryId: request.Id.ToString()),
                    TimeSpan.Zero,
                    cancellationToken
                );
        }
        else if (DeliveryHints.IsInvoice(row))
        {
            var hint = DeliveryHints.HintOf(row);
            if (await hints.TryPutOffAsync(hint, next, cancellationToken))
                await queue.SendAsync(
                    new DeliveryMessage(hint.MerchantId.Text, hint.InvoiceNo.Text),
                    TimeSpan.Zero,
                    cancellationToken
                );
        }
    }

    [LoggerMessage(2610, LogLevel.Warning, "The queue of webhooks is long; the rest of this sweep of deliveries is left out")]
    private static partial void LogBusy(ILogger logger);

    [LoggerMessage(2611, LogLevel.Error, "The sweep could not look after a delivery; it tries again")]
    private static partial void LogRowFailed(ILogger logger, Exception exception);
}
