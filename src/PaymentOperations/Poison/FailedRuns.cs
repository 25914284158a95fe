using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Poison;

/// <summary>Counts the messages of an operation that failed for good, since something last came of a run, and calls a person after ten (T14d). Poison is no failure of the operation: it goes on being tried.</summary>
internal sealed partial class FailedRuns(
    OpenOperations open,
    InvoiceLedger ledger,
    Claims claims,
    TransitionWriter writer,
    FollowUp followUp,
    TimeProvider time,
    ILogger<FailedRuns> logger
)
{
    private const int Most = 10;

    public async Task NoteAsync(MerchantId merchantId, InvoiceNo invoiceNo, OperationId id, CancellationToken cancellationToken)
    {
        var failures = await open.NoteFailureAsync(merchantId, id, time.GetUtcNow(), cancellationToken);
        if (failures == 0)
            await LookAgainAsync(merchantId, invoiceNo, id, cancellationToken);
        if (failures < Most)
            return;

        if (
            await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken)
                is not { IsTombstone: false, NeedsReview: false } row
            || claims.IsLive(row)
            || await claims.TryTakeAsync(row, cancellationToken) is not { } claimed
        )
            return;

        var transition = new Transition
        {
            Rule = "T14d",
            To = claimed.Status,
            Note = $"{failures} messages to run it failed",
            ReviewReason = $"Its runs fail: {failures} messages were given up. It is still tried.",
            Alarm = "its runs fail again and again, a person has to look",
            DueAtOnce = true,
        };
        if (
            await writer.CommitAsync(claimed, transition, "poison collector", knownInvoice: null, cancellationToken)
            is CommitResult.Committed committed
        )
            await followUp.AfterAsync(committed.Row, leftLine: false, traceParent: null, cancellationToken);
        else
            LogNotCommitted(logger, id);
    }

    // Nothing was waited for any more, but the message may have come for something that nobody has read yet. The next run reads it, or finds that there is nothing.
    private async Task LookAgainAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        CancellationToken cancellationToken
    )
    {
        if (await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken) is { IsTombstone: false } row)
            await open.AddAsync(OperationHint.Of(row), time.GetUtcNow(), cancellationToken);
    }

    [LoggerMessage(
        2404,
        LogLevel.Warning,
        "Operation {OperationId}: T14d was not written; the next message that fails writes it"
    )]
    private static partial void LogNotCommitted(ILogger logger, OperationId operationId);
}
