using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>R4 to R6: the one place that sends what moves money.</summary>
internal sealed partial class GatewaySender(
    IPaymentActionClient client,
    IMerchantSecrets secrets,
    LedgerSeal seal,
    InvoiceLedger ledger,
    Inbox inbox,
    RunWriter writer,
    AnswerKeeper keeper,
    PublicAddress address,
    OperationTimes times,
    TimeProvider time,
    ILogger<GatewaySender> logger
)
{
    public async Task SendAsync(OperationRun run, Permit permit, bool carriesEcho)
    {
        // Everything that can fail without 2C2P fails here, before the right to send is taken.
        var keys = await secrets.GetGatewayMerchantAsync(run.Merchant, CancellationToken.None);
        var request = await RequestAsync(run.Row, carriesEcho);

        var began = time.GetTimestamp();
        if (
            await writer.GoOnAsync(run, Submission.Of(run.File(times, time.GetUtcNow()), permit, carriesEcho))
            is not { } submitting
        )
            return;

        var sending = run with { Row = submitting };
        var mayStillSend = time.GetElapsedTime(began) <= times.SendWindow && !run.Stopping.IsCancellationRequested;
        var outcome = mayStillSend
            ? await client.SendAsync(keys, request, run.Limits.PostDeadline, CancellationToken.None)
            : new PaymentActionOutcome.NeverSent(NeverSentReason.Cancelled, []);
        await WriteAsync(sending, outcome);
    }

    private async Task<PaymentProcessRequest> RequestAsync(OperationRow row, bool carriesEcho)
    {
        var request = new PaymentProcessRequest
        {
            ProcessType = row.Kind switch
            {
                OperationKind.Refund => ProcessType.Refund,
                OperationKind.Settlement => ProcessType.Settlement,
                OperationKind.Void => ProcessType.Void,
                _ => throw new InvalidOperationException($"The kind {row.Kind} has no request."),
            },
            InvoiceNo = row.InvoiceNo.Text,
            ActionAmount = row.Amount,
            SubMerchants = row.SubMerchants,
            IdempotencyId = row.Id.ToString(),
        };
        if (row.Kind != OperationKind.Refund)
            return request;

        return request with
        {
            BankAccount = row.Bank is { } bank ? await seal.OpenAsync(row.Id, bank, CancellationToken.None) : null,
            NotifyUrl = address.NotifyUrl(row.MerchantId, row.Id),
            UserDefined = carriesEcho ? Echo.Of(row) : [],
        };
    }

    /// <summary>Writes what came of the request. A verified answer is never let go before it is written somewhere.</summary>
    private async Task WriteAsync(OperationRun run, PaymentActionOutcome outcome)
    {
        try
        {
            await JudgeAsync(run, outcome);
        }
        catch (Exception exception) when (outcome is PaymentActionOutcome.Verified && Outage.OfStorage(exception))
        {
            LogNotWritten(logger, exception, run.Row.Id);
            await keeper.KeepAsync(run, (PaymentActionOutcome.Verified)outcome, () => JudgeAsync(run, outcome));
        }
    }

    private async Task JudgeAsync(OperationRun run, PaymentActionOutcome outcome)
    {
        // The end waits for the inbox: what arrived during the call is judged with its answer.
        var heard = run with
        {
            Messages = (await inbox.ReadAsync(run.Row.Id, CancellationToken.None)).Messages,
        };
        var result = await TryFinishAsync(heard, outcome);
        // Another operation of the invoice came to own this reference in between, which its row refuses: judged again, the answer no longer counts.
        if (result is CommitResult.ReferenceTaken)
            result = await TryFinishAsync(
                heard with
                {
                    Ledger = await ledger.ReadAsync(run.Row.MerchantId, run.Row.InvoiceNo, CancellationToken.None),
                },
                outcome
            );
        if (result is CommitResult.ClaimLost && outcome is PaymentActionOutcome.Verified verified)
        {
            LogHandedOver(logger, run.Row.Id);
            await keeper.HandOverAsync(run, verified);
        }
    }

    private Task<CommitResult> TryFinishAsync(OperationRun run, PaymentActionOutcome outcome) =>
        writer.FinishAsync(run, Judge.DecideAfterSending(run.File(times, time.GetUtcNow()), outcome), appliesNews: false);

    [LoggerMessage(
        2030,
        LogLevel.Warning,
        "Operation {OperationId}: the claim was lost while 2C2P answered; the answer is handed over"
    )]
    private static partial void LogHandedOver(ILogger logger, OperationId operationId);

    [LoggerMessage(2031, LogLevel.Error, "Operation {OperationId}: storage did not take 2C2P's answer; it is kept until it does")]
    private static partial void LogNotWritten(ILogger logger, Exception exception, OperationId operationId);
}
