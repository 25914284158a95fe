using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Tells merchants of differences. Each operation is told of once, however often reports find it; a refund that no operation accounts for has no operation to tell of.</summary>
internal sealed class DifferenceEvents(OperationNotices notices, EventPointers pointers)
{
    public async Task TellAsync(MerchantId merchantId, IEnumerable<ReportLine> lines, CancellationToken cancellationToken)
    {
        foreach (
            var line in lines
                .Where(line => line.Finding.IsDifference() && line.OperationId is not null)
                .DistinctBy(line => line.OperationId)
        )
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
    }
}
