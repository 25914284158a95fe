using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Sweeping;

/// <summary>Reads what the gauges report. Costs one query over what is open and two questions about queues, however long the history is.</summary>
internal sealed partial class OpenStateReader(
    OpenOperations open,
    OperationQueue queue,
    OpenStateGauges gauges,
    TimeProvider time,
    ILogger<OpenStateReader> logger
)
{
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (oldestSince, needsReview) = await CountAsync(cancellationToken);
            var poison = await queue.CountPoisonAsync(cancellationToken);
            gauges.Report(new OpenState(time.GetUtcNow(), oldestSince, needsReview, poison));
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is FormatException)
        {
            // Nothing about money: the sweep itself goes on, and what was read last is told until it is too old.
            LogNotRead(logger, exception);
        }
    }

    private async Task<(DateTimeOffset? OldestSince, int NeedsReview)> CountAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? oldestSince = null;
        var needsReview = 0;
        await foreach (var hint in open.NotPending(cancellationToken))
        {
            if (hint.NeedsReview)
                needsReview++;
            else if (oldestSince is null || hint.Id.CreatedAt < oldestSince)
                oldestSince = hint.Id.CreatedAt;
        }

        return (oldestSince, needsReview);
    }

    [LoggerMessage(2204, LogLevel.Warning, "What is open could not be counted; the metrics keep their last values for a while")]
    private static partial void LogNotRead(ILogger logger, Exception exception);
}
