using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Tells merchants of differences. Each operation is told of once, however often reports find it; a refund that no operation accounts for has no operation to tell of.</summary>
internal sealed partial class DifferenceEvents(OperationNotices notices, EventPointers pointers, ILogger<DifferenceEvents> logger)
{
    public async Task TellAsync(MerchantId merchantId, IEnumerable<ReportLine> lines, CancellationToken cancellationToken)
    {
        foreach (
            var line in lines
                .Where(line => line.Finding.IsDifference() && line.OperationId is not null)
                .DistinctBy(line => line.OperationId)
        )
        {
            try
            {
                await TellAsync(merchantId, line, cancellationToken);
            }
            catch (Exception exception)
                when (exception is FormatException or ArgumentException or InvalidOperationException or JsonException)
            {
                // One payment's events that cannot be read must not keep the report from its end.
                LogNotTold(logger, exception, line.OperationId);
            }
        }
    }

    private async Task TellAsync(MerchantId merchantId, ReportLine line, CancellationToken cancellationToken)
    {
        var told = await notices.TellOnceAsync(
            merchantId,
            InvoiceNo.Parse(line.InvoiceNo!),
            OperationId.Parse(line.OperationId!),
            EventType.ReconciliationDifference,
            cancellationToken
        );
        if (told is not null)
            await pointers.SendAsync(told, cancellationToken);
    }

    [LoggerMessage(
        2706,
        LogLevel.Error,
        "Operation {OperationId}: its difference could not be told to the merchant; it is in the report"
    )]
    private static partial void LogNotTold(ILogger logger, Exception exception, string? operationId);
}
