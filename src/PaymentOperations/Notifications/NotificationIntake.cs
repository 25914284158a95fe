using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;
using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Notifications;

/// <summary>Takes callbacks: verify with the address's merchant's keys, find the operation, store, wake the runner. 2C2P's own list, not the callback, then decides.</summary>
internal sealed partial class NotificationIntake(
    IMerchants merchants,
    IMerchantSecrets secrets,
    INotificationReader reader,
    CallbackOwner owner,
    OtherMerchants others,
    OpenOperations open,
    Inbox inbox,
    Quarantine quarantine,
    OperationQueue queue,
    OperationMetrics metrics,
    OperationTimes times,
    TimeProvider time,
    ILogger<NotificationIntake> logger
) : INotificationIntake
{
    /// <inheritdoc />
    public async Task<NotificationResult> ReceiveAsync(
        string merchantId,
        string operationId,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        if (merchants.Find(merchantId) is not { } merchant)
        {
            metrics.Received(CallbackResult.UnknownMerchant);
            return NotificationResult.NotVerified;
        }

        try
        {
            return await ReadAsync(merchant, body, cancellationToken) switch
            {
                NotificationOutcome.Verified verified => await StoreAsync(
                    merchant,
                    operationId,
                    body,
                    verified,
                    cancellationToken
                ),
                NotificationOutcome.Unverified => NotVerified(merchant.Id, CallbackResult.Unverified, "no valid hash"),
                NotificationOutcome.Unreadable { Found: FoundEnvelope.Jose } => NotVerified(
                    merchant.Id,
                    CallbackResult.Unreadable,
                    "a JOSE token, an envelope that is not spoken here"
                ),
                NotificationOutcome.Unreadable => NotVerified(merchant.Id, CallbackResult.Unreadable, "not readable"),
                _ => throw new InvalidOperationException("An outcome of a callback is not handled."),
            };
        }
        catch (Exception exception) when (Outage.Of(exception))
        {
            // Nothing is lost: 2C2P repeats after a 503, and RS tells in any case.
            metrics.Received(CallbackResult.Unavailable);
            LogUnavailable(logger, exception, merchant.Id);
            return NotificationResult.Unavailable;
        }
    }

    private async Task<NotificationOutcome> ReadAsync(
        Merchant merchant,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var keys = await secrets.GetGatewayMerchantAsync(merchant, cancellationToken);
        var outcome = reader.Read(body, keys);
        var doubt = KeyDoubts.Of(outcome, keys);
        return await secrets.FindOtherKeysAsync(merchant, keys, doubt, cancellationToken) is { } others
            ? reader.Read(body, others)
            : outcome;
    }

    private async Task<NotificationResult> StoreAsync(
        Merchant merchant,
        string operationId,
        ReadOnlyMemory<byte> body,
        NotificationOutcome.Verified verified,
        CancellationToken cancellationToken
    )
    {
        var message = new InboxMessage(
            InboxKind.Callback,
            verified.Evidence.VerifiedHash,
            0,
            time.GetUtcNow(),
            DecisiveAnswer.Of(verified.Response, verified.Evidence)
        );
        if (
            await owner.FindAsync(merchant.Id, operationId, message.Answer, verified.Response.InvoiceNo, cancellationToken)
                is not { } row
            || await others.OwnAsync(row, message.Answer, body, cancellationToken)
        )
        {
            // Once: whoever holds a true message can send it without end, and each line calls a person.
            if (await quarantine.AddAsync(operationId, merchant.Id, message, cancellationToken))
                LogQuarantined(logger, merchant.Id);
            metrics.Received(CallbackResult.Quarantined);
            return NotificationResult.Quarantined;
        }

        using var span = OperationTraces.StartCallback(row);
        await open.ExpectAsync(row, time.GetUtcNow() + times.SweepMargin, cancellationToken);
        var isNews = await inbox.AddAsync(row.Id, message, cancellationToken);
        if (isNews)
            await queue.SendAsync(OperationHint.Of(row), TimeSpan.Zero, row.TraceParent, cancellationToken);

        metrics.Received(isNews ? CallbackResult.Stored : CallbackResult.Repeated);
        LogStored(logger, row.Id, verified.Response.Status.Text);
        return NotificationResult.Stored;
    }

    private NotificationResult NotVerified(MerchantId merchantId, CallbackResult result, string why)
    {
        metrics.Received(result);
        LogNotVerified(logger, merchantId, why);
        return NotificationResult.NotVerified;
    }

    [LoggerMessage(2301, LogLevel.Information, "A callback for operation {OperationId} is verified and stored: {Status}")]
    private static partial void LogStored(ILogger logger, OperationId operationId, string status);

    [LoggerMessage(
        2302,
        LogLevel.Critical,
        "A verified callback for merchant {MerchantId} fits no operation; it is in quarantine"
    )]
    private static partial void LogQuarantined(ILogger logger, MerchantId merchantId);

    [LoggerMessage(2303, LogLevel.Warning, "A callback for merchant {MerchantId} was refused: {Why}")]
    private static partial void LogNotVerified(ILogger logger, MerchantId merchantId, string why);

    [LoggerMessage(2304, LogLevel.Error, "A callback for merchant {MerchantId} could not be stored; 2C2P is told to repeat it")]
    private static partial void LogUnavailable(ILogger logger, Exception exception, MerchantId merchantId);
}
