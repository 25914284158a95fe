using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Sweeping;

/// <summary>
/// Once an hour: finds operations of the last days that the ledger holds open and that no row of <c>outstanding</c> points to, and rows that no sweep would ever find due. A lost hint must not mean a lost operation.
/// </summary>
internal sealed partial class LostOperations(
    IMerchants merchants,
    OpenOperations open,
    LookupWriter lookup,
    InvoiceLedger ledger,
    OperationTimes times,
    TimeProvider time,
    ILogger<LostOperations> logger
)
{
    private const int Days = 8;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < _next)
            return;

        _next = now + times.LongestWait;
        if (await open.MakeDueAsync(now, cancellationToken) is > 0 and var repaired)
            LogMadeDue(logger, repaired);
        foreach (var merchant in merchants.All)
        {
            await foreach (var row in open.NotFinal(merchant.Id, now.AddDays(-Days), cancellationToken))
            {
                try
                {
                    await LookAtAsync(merchant.Id, row, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    LogRowFailed(logger, exception, row.RowKey);
                }
            }
        }
    }

    private async Task LookAtAsync(MerchantId merchantId, TableEntity row, CancellationToken cancellationToken)
    {
        var id = OperationId.Parse(IndexKey.IdIn(row.RowKey));
        if (
            time.GetUtcNow() - id.CreatedAt < times.AbandonAfter
            || await open.IsOutstandingAsync(merchantId, id, cancellationToken)
            || await ledger.FindAsync(merchantId, InvoiceNo.Parse(row.GetString("invoiceNo")), id, cancellationToken)
                is not { IsTombstone: false } operation
        )
            return;

        LogFound(logger, id);
        await open.RestoreAsync(operation, time.GetUtcNow(), cancellationToken);
        await lookup.RestoreAsync(operation);
    }

    [LoggerMessage(
        2206,
        LogLevel.Warning,
        "Operation {OperationId} was in no list of what is outstanding; it is looked after again"
    )]
    private static partial void LogFound(ILogger logger, OperationId operationId);

    [LoggerMessage(2207, LogLevel.Warning, "{Count} outstanding operation(s) had no time of their next look; they are due now")]
    private static partial void LogMadeDue(ILogger logger, int count);

    [LoggerMessage(2208, LogLevel.Critical, "The row {RowKey} of the index cannot be read; a person has to look")]
    private static partial void LogRowFailed(ILogger logger, Exception exception, string rowKey);
}
