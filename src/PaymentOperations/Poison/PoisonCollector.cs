using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Poison;

/// <summary>
/// Empties the poison queues. A message leaves its queue only after it was dealt with; one that cannot be dealt with is seen again five minutes later, and the alert on the queue's length tells of it.
/// </summary>
internal sealed partial class PoisonCollector(
    PoisonQueues queues,
    Quarantine quarantine,
    IMerchants merchants,
    OpenOperations open,
    InvoiceLedger ledger,
    AnswerKeeper keeper,
    FailedRuns failedRuns,
    ReconciliationWake reconciliations,
    PoisonMetrics metrics,
    TimeProvider time,
    ILogger<PoisonCollector> logger
) : IPoisonCollector
{
    private const int RoundsPerQueue = 32;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in StorageLayout.PoisonQueues)
        {
            for (var round = 0; round < RoundsPerQueue; round++)
            {
                var messages = await queues.ReceiveAsync(queue, cancellationToken);
                foreach (var message in messages)
                    await TakeAsync(queue, message, cancellationToken);
                if (messages.Count == 0)
                    break;
            }
        }
    }

    private async Task TakeAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await DealWithAsync(queue, PoisonQueues.TextOf(message), cancellationToken);
            await queues.DeleteAsync(queue, message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One message must not keep the collector from the others. It stays.
            LogLeft(logger, exception, queue, message.MessageId);
        }
    }

    private async Task DealWithAsync(string queue, string text, CancellationToken cancellationToken)
    {
        var isOurs = queue switch
        {
            // Of deliveries nothing is lost: their own sweep makes new pointers from what is stored.
            StorageLayout.WebhooksPoison => Read(text, OperationRowJson.Default.DeliveryMessage) is { MerchantId: not null },
            StorageLayout.ReconciliationsPoison => Read(text, ReconciliationJson.Default.ReconciliationMessage)
                is { MerchantId: not null, Date: not null } slice
                && await reconciliations.TryWakeAsync(slice, cancellationToken),
            _ => Read(text, OperationRowJson.Default.OperationMessage) is { } pointer
                && await TryTakeAsync(pointer, cancellationToken),
        };
        if (!isOurs)
        {
            await quarantine.AddMessageAsync(queue, OwnerOf(text), text, time.GetUtcNow(), cancellationToken);
            LogQuarantined(logger, queue, text.Length);
        }

        metrics.Collected(queue, isOurs);
    }

    /// <summary>Whether the message points to an operation that the ledger's hints know, or the ledger. What 2C2P answered comes first: a message may be the only one that still has it.</summary>
    private async Task<bool> TryTakeAsync(OperationMessage pointer, CancellationToken cancellationToken)
    {
        if (
            !MerchantId.IsWellFormed(pointer.MerchantId)
            || merchants.Find(pointer.MerchantId) is not { } merchant
            || !OperationId.TryParse(pointer.OperationId, out var id)
            || !InvoiceNo.TryParse(pointer.InvoiceNo, out var invoiceNo, out _)
            || !await IsOursAsync(merchant.Id, invoiceNo, id, cancellationToken)
            || !HasReadableAnswer(pointer)
        )
            return false;

        await keeper.TakeBackAsync(pointer, id);
        await failedRuns.NoteAsync(merchant.Id, invoiceNo, id, cancellationToken);
        LogPoisoned(logger, id);
        return true;
    }

    // The hints that lead to it can be lost: then the ledger is asked.
    private async Task<bool> IsOursAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        CancellationToken cancellationToken
    ) =>
        await open.FindInvoiceAsync(merchantId, id, cancellationToken) is { } known
            ? known == invoiceNo
            : await ledger.IsThereAsync(merchantId, invoiceNo, id, cancellationToken);

    private static bool HasReadableAnswer(OperationMessage pointer) =>
        pointer.Answer is not { } answer || Read(answer, OperationRowJson.Default.DecisiveAnswer) is not null;

    private MerchantId? OwnerOf(string text) =>
        Read(text, OperationRowJson.Default.OperationMessage) is { MerchantId: { } merchantId }
            ? merchants.Find(merchantId)?.Id
            : null;

    private static T? Read<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            // Not ours: the caller says what becomes of it. The parser's own words may quote the message.
            return null;
        }
    }

    [LoggerMessage(2401, LogLevel.Error, "Operation {OperationId}: a message to run it failed five times; it is looked at again")]
    private static partial void LogPoisoned(ILogger logger, OperationId operationId);

    [LoggerMessage(
        2402,
        LogLevel.Error,
        "A message of {Length} characters in queue {Queue} points to nothing of ours; it is in quarantine"
    )]
    private static partial void LogQuarantined(ILogger logger, string queue, int length);

    [LoggerMessage(2403, LogLevel.Error, "Message {MessageId} in queue {Queue} could not be dealt with; it stays there")]
    private static partial void LogLeft(ILogger logger, Exception exception, string queue, string messageId);
}
